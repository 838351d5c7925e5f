Component({
  properties: { word: String },
  lifetimes: {
    attached() {
      console.log(`[life] props attached ${this.data.word}`);
    },
  },
  pageLifetimes: {
    show() {
      console.log('[life] props show');
    },
  },
  methods: {
    onLoad(query) {
      console.log(`[life] props onLoad ${query.scene}`);
    },
  },
});
