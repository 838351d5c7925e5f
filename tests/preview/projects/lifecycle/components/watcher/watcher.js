Component({
  lifetimes: {
    attached() {
      console.log('[life] watcher attached');
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
