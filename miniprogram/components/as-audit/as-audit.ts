/** Whether this phone has computed the record: '' not yet, 'ok' it fits, 'bad' it does not. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { result: { type: String, value: '' } },
  methods: {
    onCheck() {
      this.triggerEvent('check');
    },
  },
});
