import { call } from '../../../services/cloud';
import { goWork } from '../../../services/nav';
import { syncSession } from '../../../services/session';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import { isInviteCode, normalizeCode, roleName } from '../../../vendor/core';

interface Data {
  readonly acts: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly text: string;
  readonly missing: string;
  readonly busy: boolean;
  readonly joined: string;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const acts = [{ id: 'join', text: '接岗位' }];
const data: Data = { acts, text: '', missing: '', busy: false, joined: '', error: null };

/** Takes up the post of an invitation. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query) {
    this.setData({ text: query['code'] ?? '' });
  },
  onInput(event: WechatMiniprogram.Input) {
    this.setData({ text: event.detail.value, missing: '', error: null });
  },
  async onJoin() {
    const code = normalizeCode(this.data.text);
    if (!isInviteCode(code)) {
      this.setData({ missing: '还差一步：填完 16 位邀请码' });
      return;
    }
    if (this.data.busy) return;
    this.setData({ busy: true, error: null });
    const answer = await call('member.accept', { code });
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ error: { code: answer.error.code, trace: answer.trace } });
      return;
    }
    const { role, unit } = answer.value;
    this.setData({ joined: `${unit.unionName} · ${roleName(role, unit.kind)}` });
    await syncSession();
  },
  onWork() {
    goWork();
  },
});
