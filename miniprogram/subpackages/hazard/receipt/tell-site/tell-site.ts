import { call, type Input } from '../../../../services/cloud';
import { errorText } from '../../../../vendor/core';

type Told = Input<'hazard.tellSite'>['answer'];

interface Choice {
  readonly answer: Told;
  readonly text: string;
}
const CHOICES: readonly Choice[] = [
  { answer: 'told', text: '告诉了' },
  { answer: 'notTold', text: '没告诉' },
  { answer: 'skipped', text: '先不答' },
];

interface Data {
  readonly choices: readonly Choice[];
  readonly told: Told | '';
  /** What became of the last answer. */
  readonly said: string;
}
const data: Data = { choices: CHOICES, told: '', said: '' };

/** 已告知现场负责人？ Notes each answer with the case at once; what was not noted is not shown. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    caseId: { type: String, value: '' },
    /** The version of the case that the reporter knows. */
    version: { type: Number, value: 0 },
  },
  data,
  methods: {
    onTold(event: WechatMiniprogram.TouchEvent) {
      const chosen = CHOICES.find(({ answer }) => answer === event.currentTarget.dataset['answer']);
      if (chosen !== undefined) void this.tell(chosen.answer);
    },
    async tell(answer: Told) {
      const { told: before, caseId: id, version } = this.data;
      this.setData({ told: answer, said: '' });
      const done = await call('hazard.tellSite', { id, answer }, { seen: version });
      if (done.ok) this.setData({ said: '记下了。' });
      else this.setData({ told: before, said: errorText(done.error.code) });
    },
  },
});
