import type { Role } from '@anshao/core/org';
import type { Scene } from './photos/scenes';

/**
 * An invented city for showing the product: one federation, three mid-level unions, six firms,
 * twenty places, people of every role. Names and telephone numbers are made up.
 */
export const CITY = { name: '示范市', unionName: '示范市总工会' };

export interface DemoUnit {
  readonly key: string;
  readonly parent: string;
  readonly kind: 'midUnion' | 'enterprise';
  readonly name: string;
  readonly unionName: string;
  readonly industry?: string;
  readonly duty?: { readonly name: string; readonly phone: string };
}

export const UNITS: readonly DemoUnit[] = [
  mid('east', '城东街道', '城东街道总工会'),
  mid('west', '城西镇', '城西镇总工会'),
  mid('transport', '示范市交通运输系统', '示范市交通运输工会'),
  firm('machine', 'east', '示范机械厂', 'machinery', '厂值班室'),
  firm('furniture', 'east', '示例家具厂', 'furniture', '厂值班室'),
  firm('food', 'west', '示例食品厂', 'food', '中控室'),
  firm('hardware', 'west', '样例五金厂', 'machinery', '门卫室'),
  firm('logistics', 'transport', '范例物流园', 'logistics', '调度室'),
  firm('building', 'east', '范例建筑工地', 'construction', '项目部'),
];

function mid(key: string, name: string, unionName: string): DemoUnit {
  return { key, parent: 'city', kind: 'midUnion', name, unionName };
}

function firm(
  key: string,
  parent: string,
  name: string,
  industry: string,
  dutyName: string,
): DemoUnit {
  const phone = `0000-${1000 + key.length * 111}`;
  const duty = { name: dutyName, phone };
  return { key, parent, kind: 'enterprise', name, unionName: `${name}工会`, industry, duty };
}

export interface DemoPerson {
  readonly openid: string;
  readonly name: string;
  readonly note: string;
  readonly posts: ReadonlyArray<{
    readonly role: Role;
    readonly unit: string;
    readonly lead?: boolean;
  }>;
}

const person = (
  openid: string,
  name: string,
  note: string,
  ...posts: DemoPerson['posts']
): DemoPerson => ({ openid: `demo-${openid}`, name, note, posts });

/** The first of them founds the federation; invitations bring the others in, superiors first. */
export const PEOPLE: readonly DemoPerson[] = [
  person('federation', '赵玲', '市总'),
  person('east-lead', '吴敏', '上级工会干部 · 城东街道总工会', {
    role: 'officer',
    unit: 'east',
    lead: true,
  }),
  person('east-officer', '郑强', '上级工会干部 · 城东街道总工会', {
    role: 'officer',
    unit: 'east',
  }),
  person('west-lead', '何芳', '上级工会干部 · 城西镇总工会', {
    role: 'officer',
    unit: 'west',
    lead: true,
  }),
  person('transport-lead', '罗军', '上级工会干部 · 示范市交通运输工会', {
    role: 'officer',
    unit: 'transport',
    lead: true,
  }),
  person('machine-chair', '刘建国', '企业工会主席 · 示范机械厂', {
    role: 'chair',
    unit: 'machine',
  }),
  person('machine-officer', '陈燕', '企业工会干部 · 示范机械厂', {
    role: 'officer',
    unit: 'machine',
  }),
  person('machine-inspector', '马师傅', '小组检查员 · 示范机械厂', {
    role: 'inspector',
    unit: 'machine',
  }),
  person('machine-employer', '孙志远', '企业负责人 · 示范机械厂', {
    role: 'employer',
    unit: 'machine',
  }),
  person('furniture-chair', '周慧', '企业工会主席 · 示例家具厂', {
    role: 'chair',
    unit: 'furniture',
  }),
  person('food-officer', '高洁', '企业工会干部 · 示例食品厂', { role: 'officer', unit: 'food' }),
  person('logistics-chair', '梁伟', '企业工会主席 · 范例物流园', {
    role: 'chair',
    unit: 'logistics',
  }),
  person('editor', '许晴', '内容编辑 · 示范市总工会', { role: 'editor', unit: 'city' }),
  person('reviewer', '曹磊', '审核人 · 示范市总工会', { role: 'reviewer', unit: 'city' }),
  person('custodian', '沈静', '专管员 · 示范市总工会', { role: 'custodian', unit: 'city' }),
  person('worker-wang', '王师傅', '职工 · 冲压工'),
  person('worker-li', '小李', '职工 · 打磨工'),
  person('worker-zhou', '小周', '职工 · 货车司机'),
];

export interface DemoPlace {
  readonly unit: string;
  readonly name: string;
  readonly equipment?: string;
}

const places = (unit: string, ...names: Array<string | [string, string]>): DemoPlace[] =>
  names.map((entry) =>
    typeof entry === 'string'
      ? { unit, name: entry }
      : { unit, name: entry[0], equipment: entry[1] },
  );

export const PLACES: readonly DemoPlace[] = [
  ...places(
    'machine',
    ['冲压车间 · 3 号压力机旁', 'press'],
    '装配车间 · 北门',
    ['配电房', 'electrical'],
    ['喷漆房', 'paint'],
  ),
  ...places('furniture', ['打磨间', 'dust'], ['砂光间', 'dust'], '成品仓库', '宿舍楼二层'),
  ...places('food', ['污水池', 'confinedSpace'], ['液氨机房', 'ammonia'], '包装车间', '食堂后厨'),
  ...places('hardware', ['打磨间', 'dust'], ['冲床区', 'press']),
  ...places('logistics', ['装卸月台', 'forklift'], '仓库北门', '充电棚'),
  ...places('building', '3 号楼临边', ['塔吊下', 'crane'], '材料堆场'),
];

export interface DemoAct {
  readonly hoursAgo: number;
  readonly by: string;
  readonly do:
    | { readonly act: 'acknowledge' }
    | {
        readonly act: 'confirm';
        readonly level: 'ordinary' | 'suspectedMajor';
        /** Words by which the criterion is found; none is 对不上任何一条. */
        readonly criteria: readonly string[];
        readonly wording: string;
      }
    | {
        readonly act: 'decline';
        readonly outcome: 'notTrue' | 'notAccepted';
        readonly reason: string;
      };
}

export interface DemoReport {
  readonly by: string;
  readonly hoursAgo: number;
  readonly unit: string;
  readonly place: string;
  readonly category: string;
  readonly scenes: readonly Scene[];
  readonly words?: string;
  readonly danger?: true;
  readonly toSuperior?: true;
  readonly acts: readonly DemoAct[];
}
