import { type Called, call } from '../../../services/cloud';
import { goHome, goWork, openUnit } from '../../../services/nav';
import { syncSession } from '../../../services/session';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import { normalizeCode } from '../../../vendor/core';
import { showMissing } from '../missing';
import { codeKind, founded, type Joined, joinedPost, missingIn, verbFor } from './join.view';

interface Data {
  readonly acts: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly text: string;
  /** The code founds the federation: it needs names. */
  readonly founding: boolean;
  readonly name: string;
  readonly unionName: string;
  readonly missing: string;
  readonly asking: boolean;
  readonly lines: readonly string[];
  readonly busy: boolean;
  readonly joined: Joined | null;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = {
  acts: [{ id: 'join', text: verbFor('') }],
  text: '',
  founding: false,
  name: '',
  unionName: '',
  missing: '',
  asking: false,
  lines: [],
  busy: false,
  joined: null,
  error: null,
};

/** Takes up the post of an invitation, or founds the federation with its one-time code. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query) {
    this.type(query['code'] ?? '');
  },
  type(text: string) {
    const acts = [{ id: 'join', text: verbFor(text) }];
    const founding = codeKind(text) === 'founding';
    this.setData({ text, acts, founding, missing: '', error: null });
  },
  onInput(event: WechatMiniprogram.Input) {
    this.type(event.detail.value);
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value, missing: '', error: null });
  },
  onUnionName(event: WechatMiniprogram.Input) {
    this.setData({ unionName: event.detail.value, missing: '', error: null });
  },
  onAct() {
    const missing = missingIn(this.data);
    this.setData({ missing });
    if (missing !== '') showMissing();
    if (missing !== '' || this.data.busy) return;
    if (this.data.founding) this.ask();
    else void this.join();
  },
  /** Founding happens once and cannot be taken back. */
  ask() {
    const { name, unionName } = this.data;
    const lines = [
      `${name.trim()} · ${unionName.trim()}`,
      '您接下市总的岗位，别人由您邀请。',
      '只能建一次。建好后口令作废，名称要找维护的人改。',
    ];
    this.setData({ asking: true, lines });
  },
  onKeep() {
    this.setData({ asking: false });
  },
  async join() {
    this.setData({ busy: true, error: null });
    const answer = await call('member.accept', { code: normalizeCode(this.data.text) });
    await this.settle(answer, joinedPost);
  },
  async onFound() {
    if (this.data.busy) return;
    this.setData({ busy: true, error: null });
    const { text, name, unionName } = this.data;
    const names = { name: name.trim(), unionName: unionName.trim() };
    const answer = await call('member.found', { code: normalizeCode(text), ...names });
    this.setData({ asking: false });
    await this.settle(answer, ({ unit }) => founded(unit));
  },
  async settle<T>(answer: Called<T>, joinedBy: (value: T) => Joined) {
    this.setData({ busy: false });
    if (answer.ok) {
      this.setData({ joined: joinedBy(answer.value) });
      await syncSession();
      return;
    }
    const { code } = answer.error;
    // The catalogue's sentence speaks of invitations; a 建库口令 comes from whoever set this up.
    if (code === 'INVITE_INVALID' && this.data.founding) {
      this.setData({ missing: '口令对不上，什么都没有建。看看有没有抄错，一天最多试 10 次' });
    } else this.setData({ error: { code, trace: answer.trace } });
  },
  onGo() {
    const { joined } = this.data;
    switch (joined?.opens) {
      case 'unit':
        return openUnit(joined.unit);
      case 'work':
        return goWork();
      default:
        return goHome();
    }
  },
});
