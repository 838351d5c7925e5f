// Both kinds of modules in one file are common in the wild.
import { label } from './label';

module.exports = {
  hooks(name) {
    const log = (what) => console.log(`[life] ${label(name)} ${what}`);
    return {
      onLoad(query) {
        const pages = getCurrentPages();
        log(`onLoad ${JSON.stringify(query)} top=${pages[pages.length - 1].route}`);
      },
      onShow: () => log('onShow'),
      onReady: () => log('onReady'),
      onHide: () => log('onHide'),
      onUnload: () => log('onUnload'),
    };
  },
};
