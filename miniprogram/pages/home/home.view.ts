import type { Output } from '../../services/cloud';
import type { Draft } from '../../services/drafts';
import type { KnownPlace } from '../../services/places';
import { categoryWord, faceOf } from '../../vendor/core';

type Mine = Output<'hazard.mine'>['items'][number];

export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly line: string;
}

/** A report on its way: not tapped yet, or waiting for the network. */
export const draftRow = ({ id, category, placeName, photos, sent }: Draft): DraftRow => ({
  id,
  title: category === '' ? placeName : `${categoryWord(category)} · ${placeName}`,
  line: `${sent ? '存好了，等网络提交' : '还没提交'}${photos.length === 0 ? '' : ` · 照片 ${photos.length} 张`}`,
});

export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly line: string;
}

/** Only what was public when the place was last looked at. */
export const placeRow = ({ code, name, hazards }: KnownPlace): PlaceRow => ({
  code,
  name,
  line: hazards === 0 ? '没有公开在办的' : `公开在办 ${hazards} 条`,
});

export interface WaitingCard {
  readonly id: string;
  readonly title: string;
  readonly sub: string;
  readonly thumb: string;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly dueAt: number;
  readonly line: string;
}

/** 等您看一眼: the employer says it is mended, and only the reporter has seen it before. */
export const waitingCards = (items: readonly Mine[]): WaitingCard[] =>
  items
    .filter(({ head }) => head.state === 'toRecheck')
    .map(({ id, head, thumb }) => {
      const { staff, worker, icon, tone } = faceOf(head);
      return {
        id,
        title: head.title,
        sub: `编号 ${head.number}`,
        thumb: thumb ?? '',
        state: { text: staff, icon, tone },
        dueAt: head.due?.at ?? 0,
        line: worker,
      };
    });
