/** One of 这里看三样: what to look at, and the question about it. At most 10 characters in all. */
export interface Thing {
  readonly what: string;
  readonly ask: string;
}

const thing = (what: string, ask: string): Thing => ({ what, ask });

/** What is worth a look beside a kind of equipment. The first that fits the name counts. */
const BY_EQUIPMENT: ReadonlyArray<{ readonly name: RegExp; readonly things: readonly Thing[] }> = [
  {
    name: /压力机|冲床|剪板|折弯|机床|车床|铣床|切割|锯/,
    things: [thing('防护罩', '装没装好'), thing('急停按钮', '够不够得着')],
  },
  {
    name: /砂光|打磨|抛光|除尘|粉|喷涂|喷漆/,
    things: [thing('地面积尘', '清没清掉'), thing('除尘风机', '开没开着')],
  },
  {
    name: /叉车|货车|装卸|传送|输送/,
    things: [thing('人车', '分没分开走'), thing('喇叭灯光', '好不好用')],
  },
  {
    name: /池|井|罐|窖|仓|槽|管廊/,
    things: [thing('下去之前', '测没测气'), thing('外面', '有没有人守')],
  },
  {
    name: /吊|起重|行车|升降|电梯/,
    things: [thing('吊钩绳子', '坏没坏'), thing('吊物下面', '有没有人')],
  },
  {
    name: /脚手|架|高处|屋面|塔/,
    things: [thing('护栏', '全不全'), thing('安全带', '挂没挂上')],
  },
  {
    name: /锅炉|压力容器|气瓶|储气/,
    things: [thing('安全阀', '漏不漏气'), thing('压力表', '过没过红线')],
  },
  {
    name: /电|柜|箱/,
    things: [thing('箱门', '关没关好'), thing('线头', '露没露出来')],
  },
];

const BY_INDUSTRY: Readonly<Record<string, readonly Thing[]>> = {
  construction: [thing('洞口临边', '挡没挡住'), thing('安全带', '挂没挂上')],
  logistics: [thing('货架', '歪没歪'), thing('充电处', '有没有人看')],
  furniture: [thing('木粉', '清没清掉'), thing('电线', '破没破皮')],
  food: [thing('地面', '滑不滑'), thing('冷库门', '能不能推开')],
};

const ALWAYS: readonly Thing[] = [
  thing('安全出口', '堵没堵住'),
  thing('配电箱', '门关没关好'),
  thing('灭火器', '过没过期'),
];

const bySeason = (month: number): readonly Thing[] => {
  if (month >= 6 && month <= 9) return [thing('风扇电线', '破没破皮')];
  return month >= 11 || month <= 2 ? [thing('取暖处', '有没有人看')] : [];
};

const MOST = 10;
const fits = ({ what, ask }: Thing): boolean => what.length + ask.length <= MOST;

interface Chosen {
  readonly things: readonly Thing[];
  /** By what they were chosen, for the line beside the title. */
  readonly by: string;
}

/**
 * Three things to look at here, chosen from equipment, season and industry. They come from no
 * report: a place page must not hint at what has been reported there.
 * @param month 1–12
 */
export const threeThings = (
  place: {
    readonly name?: string | undefined;
    readonly industry?: string | undefined;
    readonly equipment?: string | undefined;
  },
  month: number,
): Chosen => {
  // Places are mostly named after what stands there.
  const stands = `${place.equipment ?? ''} ${place.name ?? ''}`;
  const equipment = BY_EQUIPMENT.find(({ name }) => name.test(stands))?.things ?? [];
  const industry = BY_INDUSTRY[place.industry ?? ''] ?? [];
  const season = bySeason(month);
  const all = [...equipment, ...season, ...industry, ...ALWAYS].filter(fits);
  const things = all
    .filter((one, index) => all.findIndex(({ what }) => what === one.what) === index)
    .slice(0, 3);
  const by = [equipment.length > 0 ? '这里的设备' : '', season.length > 0 ? '季节' : '']
    .filter((part) => part !== '')
    .join('和');
  return { things, by: by === '' ? '' : `按${by}` };
};
