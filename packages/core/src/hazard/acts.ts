import type { Photo } from './case';
import type { Level, Party, ToldAnswer } from './state';

/** An act with what it needs, as it arrives at `decide`. */
export type Act =
  | { readonly action: 'tellSite'; readonly answer: ToldAnswer }
  | { readonly action: 'acknowledge' }
  | { readonly action: 'undo' }
  | {
      readonly action: 'confirm';
      readonly level: Level;
      /** Ids of criteria; empty is 对不上任何一条. */
      readonly criteria: readonly string[];
      /** 工会的说法, at most 20 characters. */
      readonly wording: string;
    }
  | { readonly action: 'declineNotTrue'; readonly reason: string }
  | { readonly action: 'declineNotAccepted'; readonly reason: string }
  | { readonly action: 'takePhoto'; readonly photos: readonly Photo[] };

/** Who acts, already told apart by the server. */
export interface Actor {
  readonly parties: readonly Party[];
  readonly own: boolean;
  /** Keyed hash of the member; undefined for the reporter and the system. */
  readonly by: string | undefined;
}
