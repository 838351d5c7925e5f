Component({
  relations: {
    '../member/member': {
      type: 'child',
      linked(target) {
        this.setData({ names: [...(this.data.names || []), target.data.label] });
      },
    },
  },
  data: { names: [] },
});
