import { type PlainDate, plainDate } from '../../calendar';
import type { CriteriaDocument } from './criterion';

const day = (text: string): PlainDate => {
  const date = plainDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
};

/** Clauses read one by one; the only document whose clauses are loaded so far. */
export const DECREE_10: CriteriaDocument = {
  id: 'decree-10',
  title: '工贸企业重大事故隐患判定标准',
  number: '应急管理部令第10号',
  issued: day('2023-04-14'),
  effective: day('2023-05-15'),
  end: null,
  industries: [
    'metallurgy',
    'nonferrous',
    'buildingMaterials',
    'machinery',
    'lightIndustry',
    'furniture',
    'food',
    'textile',
    'tobacco',
    'commerce',
    'logistics',
  ],
  loaded: true,
  checked: 'text',
  source: '应急管理部网站，规章，2023年4月14日公布',
};

type Listed = Pick<CriteriaDocument, 'id' | 'title' | 'number' | 'industries' | 'source'> & {
  readonly issued?: string;
  readonly effective?: string;
};

const listed = ({ issued, effective, ...rest }: Listed): CriteriaDocument => ({
  ...rest,
  issued: issued === undefined ? null : day(issued),
  effective: effective === undefined ? null : day(effective),
  end: null,
  loaded: false,
  checked: 'listed',
});

/** In force at the end of 2026 as far as lists show. Their clauses are for the competent body. */
const LISTED: readonly CriteriaDocument[] = [
  listed({
    id: 'coal-21',
    title: '煤矿重大事故隐患判定标准',
    number: '应急管理部令第21号',
    issued: '2026-05-24',
    effective: '2026-07-01',
    industries: ['coal'],
    source: '应急管理部',
  }),
  listed({
    id: 'aq-3067-2026',
    title: '化工和危险化学品生产经营企业重大生产安全事故隐患判定准则',
    number: 'AQ 3067-2026',
    issued: '2026-03-09',
    effective: '2026-09-30',
    industries: ['chemicals'],
    source: '应急管理部',
  }),
  listed({
    id: 'gb-35181-2025',
    title: '重大火灾隐患判定规则',
    number: 'GB 35181-2025',
    issued: '2025-04-25',
    effective: '2025-11-01',
    industries: 'any',
    source: '国家标准',
  }),
  listed({
    id: 'gb-45067-2024',
    title: '特种设备重大事故隐患判定准则',
    number: 'GB 45067-2024',
    issued: '2024-11-28',
    effective: '2024-12-01',
    industries: 'any',
    source: '国家标准',
  }),
  listed({
    id: 'housing-2024',
    title: '房屋市政工程生产安全重大事故隐患判定标准（2024版）',
    number: '建质规〔2024〕5号',
    effective: '2024-12-13',
    industries: ['construction'],
    source: '住房和城乡建设部',
  }),
  listed({
    id: 'gas-2023',
    title: '城镇燃气经营安全重大隐患判定标准',
    number: '建城规〔2023〕4号',
    effective: '2023-09-21',
    industries: ['townGas'],
    source: '住房和城乡建设部',
  }),
  listed({
    id: 'mining-2022',
    title: '金属非金属矿山重大事故隐患判定标准',
    number: '矿安〔2022〕88号',
    effective: '2022-09-01',
    industries: ['mining'],
    source: '国家矿山安全监察局',
  }),
  listed({
    id: 'mining-2024',
    title: '金属非金属矿山重大事故隐患判定标准补充情形',
    number: '矿安〔2024〕41号',
    issued: '2024-04-23',
    industries: ['mining'],
    source: '国家矿山安全监察局',
  }),
  listed({
    id: 'fireworks-2017',
    title: '烟花爆竹生产经营单位重大生产安全事故隐患判定标准（试行）',
    number: '安监总管三〔2017〕121号',
    issued: '2017-11-13',
    industries: ['fireworks'],
    source: '原国家安全监管总局',
  }),
  listed({
    id: 'explosives-2024',
    title: '民用爆炸物品行业重大事故隐患判定标准',
    number: '工信部安全〔2024〕234号',
    issued: '2024-12-03',
    industries: ['explosives'],
    source: '工业和信息化部',
  }),
  listed({
    id: 'power-41',
    title: '电力重大事故隐患判定标准及治理监督管理规定',
    number: '国家发展改革委令第41号',
    issued: '2026-03-18',
    effective: '2026-07-01',
    industries: ['power'],
    source: '国家发展改革委',
  }),
  listed({
    id: 'road-2023',
    title: '道路运输企业和城市客运企业重大事故隐患判定标准（试行）',
    number: '交办运〔2023〕52号',
    effective: '2023-10-01',
    industries: ['roadTransport', 'delivery'],
    source: '交通运输部',
  }),
];

export const CRITERIA_DOCUMENTS: readonly CriteriaDocument[] = [DECREE_10, ...LISTED];

/**
 * In force on a day. A document that states no day of effect counts from its issue; one whose issue
 * is not known either counts always.
 */
export const isInForce = (
  document: Pick<CriteriaDocument, 'issued' | 'effective' | 'end'>,
  date: PlainDate,
): boolean => {
  const from = document.effective ?? document.issued;
  return (from === null || from <= date) && (document.end === null || date <= document.end);
};
