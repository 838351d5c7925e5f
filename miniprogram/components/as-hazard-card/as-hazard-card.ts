import { textSizeBehavior } from '../../services/text-size';

interface StateFace {
  readonly text: string;
  readonly icon: string;
  readonly tone: string;
}
const noState: StateFace = { text: '', icon: '', tone: 'mute' };

/**
 * One hazard in a list. A tap on the card, or on the line below it, sends `open`; the button sends
 * `act`. Without a photo there is no grey box, and without a button the chips go up to the right.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  properties: {
    title: { type: String, value: '' },
    sub: { type: String, value: '' },
    /** Why it is in this list. */
    why: { type: String, value: '' },
    thumb: { type: String, value: '' },
    /** 疑似重大: stripe and black chip. */
    major: { type: Boolean, value: false },
    /** Somebody is in danger now. */
    danger: { type: Boolean, value: false },
    state: { type: Object, value: noState },
    dueAt: { type: Number, value: 0 },
    /** The one act, and whether it is the list's red one. */
    actText: { type: String, value: '' },
    main: { type: Boolean, value: false },
    /** A card that leads nowhere, as on the public page. */
    still: { type: Boolean, value: false },
    /** The line below, e.g. 工会已受理，会来看 with 看进展. */
    line: { type: String, value: '' },
    go: { type: String, value: '' },
  },
  methods: {
    onOpen() {
      if (!this.data.still) this.triggerEvent('open');
    },
    onAct() {
      this.triggerEvent('act');
    },
  },
});
