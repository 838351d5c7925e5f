import { call } from '../../../services/cloud';
import { currentSession, syncSession } from '../../../services/session';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode, Role } from '../../../vendor/core';
import { dateOf, formatDayWeek, groupCode } from '../../../vendor/core';
import { showMissing } from '../missing';
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
const actsFor = (made: boolean): Data['acts'] => [
  { id: 'make', text: made ? '再生成一个' : '生成邀请码' },
];
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
  acts: actsFor(false),
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
  /** A code that was made is not for what is chosen now. */
  change(change: Partial<Data>) {
    this.setData({ ...change, made: null, acts: actsFor(false) });
  },
  onRole(event: WechatMiniprogram.TouchEvent) {
    const chosen = this.data.roles.find(({ role }) => role === event.currentTarget.dataset['role']);
    if (chosen !== undefined) this.change({ role: chosen.role, missing: '' });
  },
  onLead() {
    this.change({ lead: !this.data.lead });
  },
  onRetry() {
    if (this.data.status === 'failed') void this.load();
    else void this.onMake();
  },
  async onMake() {
    const { role, unit, lead, mid, busy } = this.data;
    if (role === '') {
      this.setData({ missing: '还差一步：点一个岗位' });
      showMissing();
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
    this.setData({ made, acts: actsFor(true) });
  },
  onCopy() {
    const { made } = this.data;
    if (made !== null) wx.setClipboardData({ data: made.code });
  },
});
