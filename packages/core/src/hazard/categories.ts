import { isKeyOf } from '../codes';
import { type Industry, isIndustry } from '../org';

/** A tile of the report page: one tap says what kind of hazard it is. */
export interface Category {
  readonly id: CategoryId;
  /** At most four characters. */
  readonly word: string;
  /** A glyph of the icon set, without -filled. */
  readonly icon: string;
}

const CATEGORIES = {
  machine: { word: '机械防护', icon: 'tools' },
  electric: { word: '用电', icon: 'lighting-circle' },
  exit: { word: '消防通道', icon: 'logout' },
  vehicle: { word: '车辆叉车', icon: 'vehicle' },
  height: { word: '高处坠落', icon: 'user-arrow-down' },
  confinedSpace: { word: '有限空间', icon: 'data-base' },
  dustChemical: { word: '粉尘危化', icon: 'fog' },
  collapse: { word: '坍塌', icon: 'crack' },
  health: { word: '职业危害', icon: 'hospital' },
  equipment: { word: '特种设备', icon: 'dashboard' },
  traffic: { word: '车况路况', icon: 'map-route-planning' },
  fatigue: { word: '超时疲劳', icon: 'time' },
  battery: { word: '充电换电', icon: 'battery-charging' },
  weather: { word: '恶劣天气', icon: 'thunderstorm' },
  gas: { word: '燃气', icon: 'sensors' },
  excavation: { word: '基坑沟槽', icon: 'expand-down' },
  scaffold: { word: '脚手架', icon: 'layers' },
  unsafeOrder: { word: '强令冒险', icon: 'loudspeaker' },
  unclear: { word: '说不清', icon: 'help-circle' },
} as const satisfies Record<string, { word: string; icon: string }>;

export type CategoryId = keyof typeof CATEGORIES;

/** More tiles than these do not fit beside the submit button on a small phone. */
const MOST_TILES = 12;

/** Closing every list: the order nobody may give, and the answer that is always allowed. */
const LAST: readonly CategoryId[] = ['unsafeOrder', 'unclear'];

const DEFAULT: readonly CategoryId[] = [
  'machine',
  'electric',
  'exit',
  'vehicle',
  'height',
  'confinedSpace',
  'dustChemical',
  'collapse',
  'health',
  'equipment',
];

/** What people of an industry see first; the default fills up what is left. */
const FIRST: Partial<Readonly<Record<Industry, readonly CategoryId[]>>> = {
  construction: [
    'height',
    'scaffold',
    'excavation',
    'collapse',
    'equipment',
    'electric',
    'machine',
  ],
  roadTransport: ['traffic', 'fatigue', 'vehicle', 'weather', 'battery'],
  delivery: ['traffic', 'fatigue', 'battery', 'weather', 'exit', 'electric'],
  logistics: ['vehicle', 'exit', 'electric', 'battery', 'collapse', 'equipment'],
  furniture: ['dustChemical', 'machine', 'exit', 'electric'],
  food: ['confinedSpace', 'dustChemical', 'machine', 'exit', 'equipment'],
  textile: ['exit', 'machine', 'dustChemical', 'electric'],
  metallurgy: ['dustChemical', 'equipment', 'confinedSpace', 'height'],
  nonferrous: ['dustChemical', 'equipment', 'confinedSpace', 'height'],
  buildingMaterials: ['confinedSpace', 'collapse', 'machine', 'dustChemical'],
  chemicals: ['dustChemical', 'confinedSpace', 'equipment', 'exit', 'electric'],
  townGas: ['gas', 'confinedSpace', 'excavation', 'exit', 'equipment'],
  commerce: ['exit', 'electric', 'gas', 'equipment'],
  services: ['exit', 'electric', 'gas', 'equipment'],
};

const categoryOf = (id: CategoryId): Category => ({ id, ...CATEGORIES[id] });

/** The tiles for an industry, at most twelve, the last one always 说不清. */
export const categoriesFor = (industry: string | undefined): readonly Category[] => {
  const first =
    (industry !== undefined && isIndustry(industry) ? FIRST[industry] : undefined) ?? [];
  const rest = DEFAULT.filter((id) => !first.includes(id));
  return [...[...first, ...rest].slice(0, MOST_TILES - LAST.length), ...LAST].map(categoryOf);
};

export const isCategory = (id: string): id is CategoryId => isKeyOf(CATEGORIES, id);

/** The word of a category; one no longer known reads as 说不清. */
export const categoryWord = (id: string): string =>
  CATEGORIES[isCategory(id) ? id : 'unclear'].word;

/** The glyph of a category, for lists that show one hazard. */
export const categoryIcon = (id: string): string =>
  CATEGORIES[isCategory(id) ? id : 'unclear'].icon;
