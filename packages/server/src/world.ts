import {
  builtInCalendar,
  type Calendar,
  type CalendarYear,
  calendarWith,
  plainDate,
} from '@anshao/core/calendar';
import {
  type CampaignRules,
  type CLOCKS,
  DEFAULT_RULES,
  type DecideEnv,
} from '@anshao/core/hazard';
import type { Unit, UnitById } from '@anshao/core/org';
import * as v from 'valibot';
import { chanceText } from './chance';
import * as clock from './clock';
import { type Setting, settings, type UnitDocument, units } from './documents';

/** What decisions need besides the case: the tree, the campaign's rules, the calendar. */
export interface World {
  readonly unitById: UnitById;
  /** The rules for a new case. */
  readonly rules: CampaignRules;
  readonly calendar: Calendar;
  /** The environment for decisions about a case that runs by these rules. */
  envFor(rules: string, now: number): DecideEnv;
}

/** An instance believes what it has read for so long. */
const KEPT_MS = 60_000;
const PAGE = 1000;

const rulesShape = v.object({
  version: v.string(),
  days: v.object({
    acknowledge: v.number(),
    verify: v.number(),
    issue: v.number(),
    superiorReview: v.number(),
  } satisfies Record<(typeof CLOCKS)[number], unknown>),
  majorLeadDays: v.number(),
});
const day = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const date = plainDate(dataset.value);
    if (date !== undefined) return date;
    addIssue({ message: 'no such day' });
    return NEVER;
  }),
);
const yearShape = v.object({
  year: v.number(),
  holidays: v.array(day),
  workdays: v.array(day),
});
const campaignShape = v.object({ rules: v.optional(v.string()) });

let kept: { readonly until: number; readonly world: Promise<World> } | undefined;

/** The world as this instance knows it: at most a minute old. */
export const world = (): Promise<World> => {
  const now = clock.now();
  if (kept !== undefined && now < kept.until && now > kept.until - 2 * KEPT_MS) return kept.world;
  const loading = load();
  kept = { until: now + KEPT_MS, world: loading };
  // A failure is not kept: the next call tries again.
  loading.catch(forgetWorld);
  return loading;
};

/** The next call reads anew: something in it has just been changed. */
export const forgetWorld = (): void => {
  kept = undefined;
};

/** The world in which these units are known, if they exist: one just added is looked for once. */
export const worldWith = async (...needed: readonly string[]): Promise<World> => {
  const known = await world();
  if (needed.every((id) => known.unitById(id) !== undefined)) return known;
  forgetWorld();
  return world();
};

const load = async (): Promise<World> => {
  const [tree, set] = await Promise.all([allUnits(), settings.find({}, { limit: PAGE })]);
  const byId = new Map(tree.map((unit) => [unit._id, unit]));
  const rules = rulesIn(set);
  const calendar = calendarOf(set);
  const rulesOf = (version: string): CampaignRules => {
    const found = rules.byVersion.get(version);
    if (found === undefined) throw new Error(`there are no rules ${version}`);
    return found;
  };
  const unitById: UnitById = (id) => byId.get(id);
  return {
    unitById,
    rules: rules.current,
    calendar,
    envFor: (version, now) => ({
      now,
      rules: rulesOf(version),
      calendar,
      unitById,
      salt: chanceText,
    }),
  };
};

const allUnits = async (): Promise<UnitDocument[]> => {
  const found: UnitDocument[] = [];
  for (let last = ''; ; ) {
    const page = await units.find({ _id: { gt: last } }, { order: { _id: 'asc' }, limit: PAGE });
    found.push(...page);
    if (page.length < PAGE) return found;
    last = page[page.length - 1]?._id ?? '';
  }
};

const rulesIn = (
  set: readonly Setting[],
): { current: CampaignRules; byVersion: ReadonlyMap<string, CampaignRules> } => {
  const entered = set
    .filter(({ _id }) => _id.startsWith('rules:'))
    .map(({ value }) => v.parse(rulesShape, value));
  const all = [DEFAULT_RULES, ...entered];
  const byVersion = new Map(all.map((rules) => [rules.version, rules]));
  const campaign = set.find(({ _id }) => _id === 'campaign');
  const chosen = campaign === undefined ? undefined : v.parse(campaignShape, campaign.value).rules;
  const current = byVersion.get(chosen ?? DEFAULT_RULES.version);
  if (current === undefined) throw new Error(`the campaign runs by unknown rules ${chosen}`);
  return { current, byVersion };
};

const calendarOf = (set: readonly Setting[]): Calendar => {
  const years: CalendarYear[] = set
    .filter(({ _id }) => _id.startsWith('calendar:'))
    .map(({ value }) => v.parse(yearShape, value));
  return years.length === 0 ? builtInCalendar : calendarWith(years);
};

/** A unit of the tree. @throws Error when a case names one that is gone */
export const unitIn = (tree: Pick<World, 'unitById'>, id: string): Unit => {
  const unit = tree.unitById(id);
  if (unit === undefined) throw new Error(`the tree has no unit ${id}`);
  return unit;
};
