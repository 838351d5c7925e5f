import { isKeyOf } from '../codes';

/**
 * What a firm does, as coarse as the rules need it: which tiles come first on the report page,
 * which criteria can apply, what to look at on a place page. Ids are stored, words are shown.
 * Warehouses are counted as commerce: no trade of the criteria fits them better.
 */
const INDUSTRIES = {
  metallurgy: { word: '冶金', trade: 'metallurgy' },
  nonferrous: { word: '有色金属', trade: 'nonferrous' },
  buildingMaterials: { word: '建材', trade: 'buildingMaterials' },
  machinery: { word: '机械制造', trade: 'machinery' },
  lightIndustry: { word: '轻工', trade: 'lightIndustry' },
  furniture: { word: '木材家具', trade: 'lightIndustry' },
  food: { word: '食品加工', trade: 'lightIndustry' },
  textile: { word: '纺织', trade: 'textile' },
  tobacco: { word: '烟草', trade: 'tobacco' },
  commerce: { word: '商贸', trade: 'commerce' },
  logistics: { word: '仓储物流', trade: 'commerce' },
  construction: { word: '建筑施工', trade: null },
  roadTransport: { word: '道路运输', trade: null },
  delivery: { word: '外卖快递', trade: null },
  chemicals: { word: '化工危化', trade: null },
  townGas: { word: '城镇燃气', trade: null },
  coal: { word: '煤矿', trade: null },
  mining: { word: '非煤矿山', trade: null },
  fireworks: { word: '烟花爆竹', trade: null },
  explosives: { word: '民用爆炸物品', trade: null },
  power: { word: '电力', trade: null },
  services: { word: '机关和服务业', trade: null },
} as const satisfies Record<string, { word: string; trade: string | null }>;

export type Industry = keyof typeof INDUSTRIES;
/** The trades which the criteria for industry and commerce (工贸) name, commerce included. */
export type Trade = Exclude<(typeof INDUSTRIES)[Industry]['trade'], null>;

export const isIndustry = (id: string): id is Industry => isKeyOf(INDUSTRIES, id);

/** Every industry with its word, in the order of the list to choose from. */
export const industries = (): readonly { readonly id: Industry; readonly word: string }[] =>
  Object.keys(INDUSTRIES)
    .filter(isIndustry)
    .map((id) => ({ id, word: INDUSTRIES[id].word }));

/** The word of an industry; one that is not in the table was typed freely and reads as it is. */
export const industryWord = (id: string): string => (isIndustry(id) ? INDUSTRIES[id].word : id);

/** The 工贸 trade of an industry; null if it is none, undefined if the industry is not known. */
export const tradeOf = (id: string): Trade | null | undefined =>
  isIndustry(id) ? INDUSTRIES[id].trade : undefined;
