Component({
  behaviors: [require('../../lib/behavior')],
  externalClasses: ['title-class'],
  options: { multipleSlots: true, pureDataPattern: /^_/ },
  properties: { title: String },
  data: { observed: '', _secret: 'x' },
  observers: {
    title(title) {
      this.setData({ observed: `见${title}` });
    },
  },
  methods: {
    pick() {
      this.triggerEvent('pick', { what: '挑' });
    },
    shout() {
      return `喊${this.double()}${this.data._secret}`;
    },
  },
});
