import type { Calendar } from '../calendar';
import type { Unit } from '../org';
import type { CampaignRules } from './rules';

/** All that decisions take from outside: time, chance, rules and the tree are arguments. */
export interface DecideEnv {
  /** Epoch ms of the server's clock. */
  readonly now: number;
  readonly rules: CampaignRules;
  readonly calendar: Calendar;
  readonly unitById: (id: string) => Unit | undefined;
  /** A fresh random salt for each link of a chain. */
  readonly salt: () => string;
}
