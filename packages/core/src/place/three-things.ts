import { isIndustry } from '../org';
import { isEquipment } from './equipment';
import { BY_EQUIPMENT, BY_INDUSTRY, BY_MONTH, EVERYWHERE, type Look } from './looks';

/** What is known of a place; each may be missing or a word nobody knows. */
export interface LookedAt {
  readonly industry?: string;
  readonly equipment?: string;
  /** 1 to 12, of the day in +08:00. */
  readonly month: number;
}

/**
 * 这里看三样: three things to look at in this place now. Two of what stands there, one of the
 * season; where nothing stands, the trade's; where nothing is known, what holds everywhere.
 */
export const chooseThree = ({ industry, equipment, month }: LookedAt): readonly Look[] => {
  const ofEquipment =
    equipment !== undefined && isEquipment(equipment) ? BY_EQUIPMENT[equipment] : [];
  const ofIndustry =
    (industry !== undefined && isIndustry(industry) ? BY_INDUSTRY[industry] : undefined) ?? [];
  const ofSeason = BY_MONTH.filter(({ months }) => months.includes(month)).map((row) => row.look);
  const own = [...ofEquipment, ...ofIndustry, ...EVERYWHERE];
  return [...own.slice(0, 2), ...ofSeason, ...own.slice(2)].reduce(firstThree, []);
};

const firstThree = (chosen: readonly Look[], next: Look): readonly Look[] =>
  chosen.length === 3 || chosen.some(({ title }) => title === next.title)
    ? chosen
    : [...chosen, next];
