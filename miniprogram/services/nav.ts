/** WeChat keeps at most ten pages; from the ninth on a page takes the place of the last. */
const DEEP = 9;

const open = (url: string): void => {
  if (getCurrentPages().length >= DEEP) wx.redirectTo({ url });
  else wx.navigateTo({ url });
};

/** A page's address with its query. */
const address = (path: string, query: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/${path}?${pairs.join('&')}`;
};

export const openPlace = (code: string): void =>
  open(address('subpackages/place/page/page', { scene: code }));

/** A new report at a place, or an unfinished one. */
export const openReport = (at: { readonly place: string } | { readonly draft: string }): void =>
  open(address('subpackages/hazard/report/report', at));

/** The receipt takes the place of the report page: one does not go back into a sent report. */
export const replaceByReceipt = (draft: string): void => {
  wx.redirectTo({ url: address('subpackages/hazard/receipt/receipt', { draft }) });
};

export const openMine = (): void => open('/subpackages/hazard/mine/mine');

export const openProgress = (caseId: string): void =>
  open(address('subpackages/hazard/progress/progress', { id: caseId }));

export const openVerify = (caseId: string): void =>
  open(address('subpackages/hazard/verify/verify', { id: caseId }));

export const openProof = (caseId: string): void =>
  open(address('subpackages/hazard/proof/proof', { id: caseId }));

export const goHome = (): void => {
  wx.switchTab({ url: '/pages/home/home' });
};

export const goWork = (): void => {
  wx.switchTab({ url: '/pages/work/work' });
};
