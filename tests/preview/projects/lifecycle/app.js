App({
  onLaunch(options) {
    console.log(
      `[life] app onLaunch ${options.path} ${JSON.stringify(options.query)} ${options.scene}`,
    );
  },
  onShow(options) {
    console.log(`[life] app onShow ${options.path} ${options.scene}`);
  },
  onHide() {
    console.log('[life] app onHide');
  },
  globalData: { name: 'shared' },
});
