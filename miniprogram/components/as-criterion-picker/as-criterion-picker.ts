/** A clause as offered: our heading first, then document, article and since when. */
interface OfferedCriterion {
  readonly id: string;
  readonly heading: string;
  readonly sub: string;
  readonly since: string;
}
const nothing: readonly OfferedCriterion[] = [];
const noIds: readonly string[] = [];

/**
 * Which clauses a hazard fits. The page searches; this sends `search` {text}, and `change`
 * {ids, none} when something is ticked. 对不上任何一条 stands last, is always allowed, and excludes
 * the others.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    found: { type: Array, value: [...nothing] },
    ids: { type: Array, value: [...noIds] },
    none: { type: Boolean, value: false },
    text: { type: String, value: '' },
  },
  data: { rows: [] as Array<OfferedCriterion & { on: boolean }> },
  observers: {
    'found, ids'(found: readonly OfferedCriterion[], ids: readonly string[]) {
      this.setData({ rows: found.map((one) => ({ ...one, on: ids.includes(one.id) })) });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.triggerEvent('search', { text: event.detail.value });
    },
    onClear() {
      this.triggerEvent('search', { text: '' });
    },
    onToggle(event: WechatMiniprogram.TouchEvent) {
      const id: unknown = event.currentTarget.dataset['id'];
      if (typeof id !== 'string') return;
      const ids: readonly string[] = this.data.ids;
      const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
      this.triggerEvent('change', { ids: next, none: false });
    },
    onNone() {
      this.triggerEvent('change', { ids: [], none: !this.data.none });
    },
  },
});
