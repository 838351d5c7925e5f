/** Brings what is still missing into view: at large type it may lie under the bar. */
export const showMissing = (): void => {
  wx.pageScrollTo({ selector: '#missing', offsetTop: -16, duration: 150 });
};
