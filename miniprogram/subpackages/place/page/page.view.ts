import type { Output } from '../../../services/cloud';
import {
  chooseThree,
  dateOf,
  type ErrorCode,
  equipmentKinds,
  faceOf,
  monthOf,
} from '../../../vendor/core';

type Place = Output<'place.page'>;

export interface PublicCard {
  readonly key: number;
  readonly title: string;
  readonly major: boolean;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly dueAt: number;
}

export interface PlaceView {
  readonly name: string;
  /** In large type: workshop and spot on a line each. */
  readonly tallName: string;
  readonly unitName: string;
  readonly unionName: string;
  readonly siteName: string;
  readonly sitePhone: string;
  /** Three things to look at here, whatever has been reported. */
  readonly things: readonly string[];
  readonly thingsBy: string;
  readonly cards: readonly PublicCard[];
  /** 工会复查通过 n 条; 0 draws nothing. */
  readonly fixed: number;
}

/** A place's name, one part a line: 冲压车间 · 3 号压力机旁. */
export const tallName = (name: string): string => name.replace(/ · /g, '\n');

/** What the page shows of a place. Only what the union has verified is in the answer at all. */
export const placeView = (place: Place, now: number): PlaceView => {
  const { equipment, industry } = place;
  const things = chooseThree({
    month: monthOf(dateOf(now)),
    ...(equipment === undefined ? {} : { equipment }),
    ...(industry === undefined ? {} : { industry }),
  });
  const stands = equipmentKinds().some(({ id }) => id === equipment);
  return {
    name: place.name,
    tallName: tallName(place.name),
    unitName: place.unitName,
    unionName: place.unionName,
    siteName: place.duty?.name ?? '',
    sitePhone: place.duty?.phone ?? '',
    things: things.map(({ title }) => title),
    thingsBy: stands ? '按这里的设备和季节' : '按行业和季节',
    cards: place.hazards.map(({ wording, state, level, due }, key) => {
      const { staff, icon, tone } = faceOf({ state, acknowledged: true });
      return {
        key,
        title: wording,
        major: level === 'suspectedMajor',
        state: { text: staff, icon, tone },
        dueAt: due ?? 0,
      };
    }),
    fixed: place.fixed,
  };
};

/** A code that leads nowhere: what it is and what to do; undefined for anything else. */
export const deadCode = (code: ErrorCode): { title: string; text: string } | undefined => {
  switch (code) {
    case 'PLACE_UNKNOWN':
    case 'BAD_INPUT':
      return {
        title: '这个码认不出来',
        text: '可能换过新的码，或者没有扫完整。\n请再扫一次，或告诉工会。',
      };
    case 'PLACE_CLOSED':
      return {
        title: '这个地点的码停用了',
        text: '请扫旁边的新码。没有新码，就告诉工会。',
      };
    default:
      return undefined;
  }
};
