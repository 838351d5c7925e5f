const keep = (name) =>
  function keepIt(event) {
    this.setData({ [name]: event.detail });
  };
Page({
  data: {
    place: '',
    upper: '',
    city: 0,
    cities: [{ name: '甲市' }, { name: '乙市' }, { name: '丙市' }],
    pairs: [
      ['一', '二'],
      ['上', '下'],
    ],
  },
  typed: keep('input'),
  confirmed: keep('confirm'),
  focused: keep('focus'),
  blurred: keep('blur'),
  raise(event) {
    this.setData({ upper: event.detail.value.toUpperCase() });
  },
  trim: (event) => event.detail.value.replaceAll(' ', ''),
  lines: keep('lines'),
  marked: keep('marks'),
  chosen: keep('kind'),
  switched: keep('hidden'),
  slid: keep('level'),
  picked(event) {
    this.setData({ city: event.detail.value, picked: event.detail });
  },
  cancelled: keep('cancelled'),
  paired: keep('pair'),
  column: keep('column'),
  dayed: keep('day'),
  timed: keep('time'),
  submit: keep('submitted'),
  reset: keep('reset'),
});
