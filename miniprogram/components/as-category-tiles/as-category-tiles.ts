import { textSizeBehavior } from '../../services/text-size';
import type { Category } from '../../vendor/core';

const none: readonly Category[] = [];

/** The tiles of the report page: one of them is chosen. Sends `pick` with its id. */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  properties: {
    categories: { type: Array, value: [...none] },
    value: { type: String, value: '' },
  },
  methods: {
    onPick(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('pick', { id: event.currentTarget.dataset['id'] });
    },
  },
});
