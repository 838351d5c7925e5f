const PLACE_PAGE = 'subpackages/place/page/page';

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

export const openPlace = (code: string): void => open(address(PLACE_PAGE, { scene: code }));

/** A new report at a place, or an unfinished one. */
export const openReport = (at: { readonly place: string } | { readonly draft: string }): void =>
  open(address('subpackages/hazard/report/report', at));

const RECEIPT_PAGE = 'subpackages/hazard/receipt/receipt';

/** The receipt of a report that went off by itself. */
export const openReceipt = (draft: string): void => open(address(RECEIPT_PAGE, { draft }));

/** The receipt takes the place of the report page: one does not go back into a sent report. */
export const replaceByReceipt = (draft: string): void => {
  wx.redirectTo({ url: address(RECEIPT_PAGE, { draft }) });
};

/** Back to a place for another report: the page it came from if that is just below. */
export const replaceByPlace = (code: string): void => {
  const below = getCurrentPages().slice(-2)[0];
  if (below?.route === PLACE_PAGE && below.options['scene'] === code) wx.navigateBack();
  else wx.redirectTo({ url: address(PLACE_PAGE, { scene: code }) });
};

export const openMine = (): void => open('/subpackages/hazard/mine/mine');

export const openProgress = (caseId: string): void =>
  open(address('subpackages/hazard/progress/progress', { id: caseId }));

export const openVerify = (caseId: string): void =>
  open(address('subpackages/hazard/verify/verify', { id: caseId }));

export const openProof = (caseId: string): void =>
  open(address('subpackages/hazard/proof/proof', { id: caseId }));

export const openJoin = (): void => open('/subpackages/org/join/join');

/** A unit with what lies below it. */
export const openUnit = (unit: string): void =>
  open(address('subpackages/org/unit/unit', { id: unit }));

export const openAddUnit = (parent: string): void =>
  open(address('subpackages/org/add/add', { parent }));

export const openInvite = (unit: string): void =>
  open(address('subpackages/org/invite/invite', { unit }));

export const openPlaces = (unit: string): void =>
  open(address('subpackages/org/places/places', { unit }));

export const goHome = (): void => {
  wx.switchTab({ url: '/pages/home/home' });
};

export const goWork = (): void => {
  wx.switchTab({ url: '/pages/work/work' });
};
