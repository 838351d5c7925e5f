import { call } from '../../../services/cloud';
import { currentSession, syncSession } from '../../../services/session';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode, Role } from '../../../vendor/core';
import { dateOf, formatDayWeek, groupCode } from '../../../vendor/core';
import { rolesToGive } from '../unit/unit.view';

interface Data {
  readonly unit: string;
  readonly unitName: string;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly roles: ReadonlyArray<{ readonly role: Role; readonly text: string }>;
  readonly role: Role | '';
  readonly mid: boolean;
  readonly lead: boolean;
  readonly missing: string;
  readonly busy: boolean;
  readonly made: { readonly code: string; readonly until: string } | null;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
  readonly acts: ReadonlyArray<{ readonly id: string; readonly text: string }>;
}
const data: Data = {
  unit: '',
  unitName: '',
  status: 'loading',
  roles: [],
  role: '',
  mid: false,
  lead: false,
  missing: '',
  busy: false,
  made: null,
  error: null,
  acts: [{ id: 'make', text: '生成邀请码' }],
};

/** A one-time code with which somebody takes up a post. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query) {
    this.setData({ unit: query['unit'] ?? '' });
    void this.load();
  },
  async load() {
    const [answer] = await Promise.all([
      call('member.units', { unit: this.data.unit }),
      currentSession().posts === undefined ? syncSession() : undefined,
    ]);
    if (!answer.ok) {
      const error = { code: answer.error.code, trace: answer.trace };
      this.setData({ status: 'failed', error });
      return;
    }
    const { unit } = answer.value;
    const roles = rolesToGive(currentSession().posts ?? [], unit);
    const mid = unit.kind === 'midUnion';
    this.setData({ status: 'ready', unitName: unit.unionName, roles, mid, error: null });
  },
  onRole(event: WechatMiniprogram.TouchEvent) {
    const chosen = this.data.roles.find(({ role }) => role === event.currentTarget.dataset['role']);
    if (chosen !== undefined) this.setData({ role: chosen.role, missing: '', made: null });
  },
  onLead() {
    this.setData({ lead: !this.data.lead, made: null });
  },
  onRetry() {
    if (this.data.status === 'failed') void this.load();
    else void this.onMake();
  },
  async onMake() {
    const { role, unit, lead, mid, busy } = this.data;
    if (role === '') {
      this.setData({ missing: '还差一步：点一个岗位' });
      return;
    }
    if (busy) return;
    this.setData({ busy: true, error: null });
    const leads = mid && role === 'officer' && lead;
    const answer = await call('member.invite', { unit, role, ...(leads ? { lead: true } : {}) });
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ error: { code: answer.error.code, trace: answer.trace } });
      return;
    }
    const { code, until } = answer.value;
    const made = { code: groupCode(code), until: formatDayWeek(dateOf(until)) };
    this.setData({ made });
  },
  onCopy() {
    const { made } = this.data;
    if (made !== null) wx.setClipboardData({ data: made.code });
  },
});
