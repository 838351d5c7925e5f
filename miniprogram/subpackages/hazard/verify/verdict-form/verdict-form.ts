import { textSizeBehavior } from '../../../../services/text-size';
import type { Level } from '../../../../vendor/core';
import { foundCriteria, type OfferedCriterion, type Searched, wordingFor } from '../criteria.view';
import { EMPTY_FORM, type Finding, type Missing, type VerifyForm } from '../verify.view';

interface Choice<Id> {
  readonly id: Id;
  readonly text: string;
}
const FINDINGS: ReadonlyArray<Choice<Finding>> = [
  { id: 'true', text: '属实' },
  { id: 'notTrue', text: '不属实' },
  { id: 'notAccepted', text: '未受理' },
];
const LEVELS: ReadonlyArray<Choice<Level>> = [
  { id: 'ordinary', text: '一般隐患' },
  { id: 'suspectedMajor', text: '疑似重大' },
];

interface Data {
  readonly findings: ReadonlyArray<Choice<Finding>>;
  readonly levels: ReadonlyArray<Choice<Level>>;
  readonly search: string;
  readonly found: readonly OfferedCriterion[];
}
const data: Data = { findings: FINDINGS, levels: LEVELS, search: '', found: [] };

const noHazard: Searched | null = null;
const nothing: Missing | null = null;

/** A better wording is offered as long as nobody has written one. */
const suggested = (form: VerifyForm, hazard: Searched): VerifyForm =>
  form.reworded ? form : { ...form, wording: wordingFor(form.criteria, hazard) };

/**
 * What the visit found, one question after the other. The page holds the answers (`form`); each
 * new one is sent as `change`, with the whole form. `missing` is said below its question; the
 * questions carry the ids that `Missing` names.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  properties: {
    form: { type: Object, value: EMPTY_FORM },
    hazard: { type: Object, value: noHazard },
    missing: { type: Object, value: nothing },
  },
  data,
  observers: {
    hazard() {
      this.find('');
    },
  },
  methods: {
    find(search: string) {
      const hazard: Searched | null = this.data.hazard;
      if (hazard === null) return;
      const { criteria }: VerifyForm = this.data.form;
      this.setData({ search, found: foundCriteria(search, hazard, criteria) });
    },
    change(answers: Partial<VerifyForm>) {
      const form: VerifyForm = { ...this.data.form, ...answers };
      this.triggerEvent('change', form);
    },
    /** An answer on which the wording depends. */
    changeAndSuggest(answers: Partial<VerifyForm>) {
      const hazard: Searched | null = this.data.hazard;
      const form: VerifyForm = { ...this.data.form, ...answers };
      this.change(hazard === null ? form : suggested(form, hazard));
    },
    onFinding(event: WechatMiniprogram.TouchEvent) {
      const chosen = FINDINGS.find(({ id }) => id === event.currentTarget.dataset['finding']);
      if (chosen === undefined) return;
      if (chosen.id === 'true') this.changeAndSuggest({ finding: chosen.id });
      else this.change({ finding: chosen.id });
    },
    onLevel(event: WechatMiniprogram.TouchEvent) {
      const chosen = LEVELS.find(({ id }) => id === event.currentTarget.dataset['level']);
      if (chosen !== undefined) this.change({ level: chosen.id });
    },
    onSearch(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
      this.find(event.detail.text);
    },
    onCriteria(event: WechatMiniprogram.CustomEvent<{ ids: readonly string[]; none: boolean }>) {
      const { ids, none } = event.detail;
      this.changeAndSuggest({ criteria: ids, noCriterion: none });
    },
    onWording(event: WechatMiniprogram.Input) {
      const wording = event.detail.value;
      // Whoever wiped the field is offered a wording again.
      this.change({ wording, reworded: wording.trim() !== '' });
    },
    onReason(event: WechatMiniprogram.Input) {
      this.change({ reason: event.detail.value });
    },
  },
});
