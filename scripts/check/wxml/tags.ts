/** The elements that WeChat itself brings, those for layout and control flow included. */
export const BUILTIN_TAGS = new Set(
  [
    'ad ad-custom audio block button camera canvas channel-live channel-video checkbox',
    'checkbox-group cover-image cover-view editor form functional-page-navigator icon image import',
    'include input keyboard-accessory label live-player live-pusher map match-media movable-area',
    'movable-view navigation-bar navigator official-account open-data page-container page-meta',
    'picker picker-view picker-view-column progress radio radio-group rich-text root-portal',
    'scroll-view share-element slider slot sticky-header sticky-section swiper swiper-item switch',
    'template text textarea video view voip-room web-view wxs',
  ]
    .join(' ')
    .split(' '),
);
