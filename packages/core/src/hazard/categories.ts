/** A tile of the report page: one tap says what kind of hazard it is. */
export interface Category {
  readonly id: string;
  /** At most four characters. */
  readonly word: string;
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
  unsafeOrder: { word: '强令冒险', icon: 'loudspeaker' },
  unclear: { word: '说不清', icon: 'help-circle' },
} as const satisfies Record<string, { word: string; icon: string }>;

export type CategoryId = keyof typeof CATEGORIES;

const DEFAULT_ORDER: readonly CategoryId[] = [
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
  'unsafeOrder',
  'unclear',
];

/** Where an industry's own dangers come first; the rest follow in the default order. */
const FIRST_BY_INDUSTRY: Readonly<Record<string, readonly CategoryId[]>> = {
  construction: ['height', 'collapse', 'equipment', 'electric'],
  logistics: ['vehicle', 'exit', 'electric', 'equipment'],
  furniture: ['dustChemical', 'machine', 'exit', 'electric'],
  food: ['confinedSpace', 'dustChemical', 'exit', 'equipment'],
};

const categoryOf = (id: CategoryId): Category => ({ id, ...CATEGORIES[id] });

/** The tiles for an industry, at most twelve, the last one always 说不清. */
export const categoriesFor = (industry: string | undefined): readonly Category[] => {
  const first = FIRST_BY_INDUSTRY[industry ?? ''] ?? [];
  const rest = DEFAULT_ORDER.filter((id) => !first.includes(id));
  return [...first, ...rest].map(categoryOf);
};

export const isCategory = (id: string): id is CategoryId => Object.hasOwn(CATEGORIES, id);

/** The word of a category; one no longer known reads as 说不清. */
export const categoryWord = (id: string): string =>
  CATEGORIES[isCategory(id) ? id : 'unclear'].word;
