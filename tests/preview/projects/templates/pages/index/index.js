Page({
  data: {
    title: '标题',
    picked: '',
    count: 1,
    events: '',
    list: [
      { id: 1, name: '一', shown: true },
      { id: 2, name: '二', shown: false },
      { id: 3, name: '三', shown: true },
    ],
    form: '',
    measured: '',
  },
  onPick(event) {
    const card = this.selectComponent('#card');
    this.setData({ picked: `${event.detail.what} ${card.is} ${card.shout()}` });
  },
  note(text) {
    this.setData({ events: `${this.data.events} ${text}` });
  },
  captured() {
    this.setData({ events: 'captured' });
  },
  outer(event) {
    this.note(`outer:${event.currentTarget.dataset.name}:${event.target.dataset.someName}`);
  },
  inner(event) {
    const { x, y } = event.detail;
    const touch = event.touches[0];
    const sane = x > 0 && y > 0 && touch.clientX === x;
    this.note(
      `inner:${event.currentTarget.dataset.someName}:${event.mark.where}:${event.mark.depth || '-'}:${sane}`,
    );
  },
  add() {
    this.setData({ count: this.data.count + 1 });
  },
  onSubmit(event) {
    this.setData({ form: JSON.stringify(event.detail.value) });
  },
  pressed(event) {
    const { offsetTop, offsetLeft } = event.currentTarget;
    this.note(`longpress ${offsetTop > 0 && offsetLeft === 0}`);
  },
  measure() {
    wx.createSelectorQuery()
      .select('.box')
      .boundingClientRect()
      .selectViewport()
      .fields({ size: true })
      .exec(([box, port]) => {
        this.setData({ measured: `${box.width * 2 === port.width} ${box.height} ${box.left}` });
      });
  },
});
