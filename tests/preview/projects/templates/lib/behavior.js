module.exports = Behavior({
  properties: { size: { type: Number, value: 1 } },
  data: { from: 'behavior' },
  methods: {
    double() {
      return this.data.size * 2;
    },
  },
});
