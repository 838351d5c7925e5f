import { ERRORS, errorText, isErrorCode } from '../../vendor/core';

/**
 * What failed, that nothing is lost, what to do, and a short number for the administrator. Only
 * what may help when done again offers 再试 (sends `retry`).
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** What was not read or done, e.g. 待办没有读出来. */
    title: { type: String, value: '' },
    /** From the catalogue; its sentence is shown. */
    code: { type: String, value: '' },
    trace: { type: String, value: '' },
  },
  data: { text: '', again: false },
  observers: {
    code(code: string) {
      if (!isErrorCode(code)) return;
      this.setData({ text: errorText(code), again: ERRORS[code].retry });
    },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
