import { textSizeBehavior } from '../../services/text-size';

/** done: green tick · now: blue clock · todo: hollow · late: orange · told: a decision to read. */
type LineMark = 'done' | 'now' | 'todo' | 'late' | 'told';

interface TimelineLine {
  readonly key: string;
  readonly mark: LineMark;
  readonly text: string;
  readonly note: string;
  readonly date: string;
}
const none: readonly TimelineLine[] = [];

/** What happened and what comes next. Who acts is a part, never a name. */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  properties: { lines: { type: Array, value: [...none] } },
});
