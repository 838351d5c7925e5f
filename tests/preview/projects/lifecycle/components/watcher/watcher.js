Component({
  lifetimes: {
    attached() {
      console.log('[life] watcher attached');
    },
    ready() {
      console.log('[life] watcher ready');
    },
    detached() {
      console.log('[life] watcher detached');
    },
  },
  pageLifetimes: {
    show() {
      console.log('[life] watcher show');
    },
    hide() {
      console.log('[life] watcher hide');
    },
  },
});
