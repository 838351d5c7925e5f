import type { Output } from '../../services/cloud';
import type { Draft } from '../../services/drafts';
import type { KnownPlace } from '../../services/places';
import { categoryWord, faceOf } from '../../vendor/core';

type Mine = Output<'hazard.mine'>['items'][number];

export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  /** It went off by itself: its receipt is to be seen. */
  readonly arrived: boolean;
}

const draftLine = ({ photos, sent, receipt }: Draft): string => {
  if (receipt !== undefined) return '提交上去了，看回执和查询码';
  const count = photos.length === 0 ? '' : ` · 照片 ${photos.length} 张`;
  return `${sent ? '存好了，等网络提交' : '还没提交'}${count}`;
};

/** A report on its way: not tapped yet, waiting for the network, or arrived unseen. */
export const draftRow = (draft: Draft): DraftRow => ({
  id: draft.id,
  title:
    draft.category === ''
      ? draft.placeName
      : `${categoryWord(draft.category)} · ${draft.placeName}`,
  line: draftLine(draft),
  arrived: draft.receipt !== undefined,
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
