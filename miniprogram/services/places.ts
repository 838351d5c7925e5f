import { isRecord, listOf, readStored, store } from './storage';

/** A place somebody has been to, kept on this phone alone. */
export interface KnownPlace {
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  /** Public hazards in hand when it was last looked at. */
  readonly hazards: number;
}

const KEY = 'places';
const KEPT = 6;

const isPlace = (value: unknown): value is KnownPlace =>
  isRecord(value) && typeof value['code'] === 'string' && typeof value['name'] === 'string';

/** 我常去的地方, last visited first. */
export const knownPlaces = (): readonly KnownPlace[] => readStored(KEY, listOf(isPlace)) ?? [];

export const rememberPlace = (place: KnownPlace): void => {
  const others = knownPlaces().filter(({ code }) => code !== place.code);
  store(KEY, [place, ...others].slice(0, KEPT));
};
