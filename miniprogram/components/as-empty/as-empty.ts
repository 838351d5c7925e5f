/** Nothing here: what comes next. Sends `act` if a button is named. Tones: ok blue warn. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    icon: { type: String, value: '' },
    tone: { type: String, value: 'ok' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    actText: { type: String, value: '' },
  },
  methods: {
    onAct() {
      this.triggerEvent('act');
    },
  },
});
