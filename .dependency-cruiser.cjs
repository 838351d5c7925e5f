// Who may import whom. docs/architecture.md draws these arrows; a test proves that they hold.
const PRODUCT = '^(packages/(core|server)|cloudfunctions|miniprogram)/';
const TOOLS = '^(packages/(local-cloud|preview)|scripts|tests)/';

/** Everything of ours but what matches, so that npm packages and Node stay allowed. */
const ours = (but) => `^(?!(${but})/)(packages|cloudfunctions|miniprogram|scripts|tests)/`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'core-stands-alone',
      'The rules are pure: they import nothing of ours and nothing of Node.',
      { path: '^packages/core/' },
      { path: ours('packages/core') },
    ),
    forbid(
      'core-without-node',
      'The phone runs core: it has no Node.',
      { path: '^packages/core/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'areas-by-their-index',
      'An area of core is used through its index, so that its inside can change.',
      { path: '^packages/core/src/([^/]+)/' },
      {
        path: '^packages/core/src/[^/]+/',
        pathNot: ['^packages/core/src/$1/', '^packages/core/src/[^/]+/index\\.ts$'],
      },
    ),
    forbid(
      'server-on-core',
      'The server stands on core alone.',
      { path: '^packages/server/' },
      { path: ours('packages/(core|server)') },
    ),
    forbid(
      'functions-on-server',
      'Cloud functions stand on server and core.',
      { path: '^cloudfunctions/' },
      { path: ours('packages/(core|server)|cloudfunctions') },
    ),
    forbid(
      'functions-apart',
      'Cloud functions call each other through the platform, never by import.',
      { path: '^cloudfunctions/([^/]+)/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/$1/' },
    ),
    forbid(
      'core-by-its-doors',
      'Others use core through its index and those of its areas.',
      { path: '^(packages/server|cloudfunctions)/' },
      {
        path: '^packages/core/src/',
        pathNot: ['^packages/core/src/index\\.ts$', '^packages/core/src/[^/]+/index\\.ts$'],
      },
    ),
    forbid(
      'phone-by-itself',
      'What lies outside miniprogram/ does not reach the phone: DevTools drops it silently.',
      { path: '^miniprogram/' },
      {
        path: [
          '^(packages|cloudfunctions|scripts|tests)/',
          'node_modules/(?!tdesign-miniprogram/)',
        ],
      },
    ),
    forbid(
      'local-cloud-knows-nothing',
      'The local cloud serves any CloudBase project.',
      { path: '^packages/local-cloud/' },
      { path: ours('packages/local-cloud') },
    ),
    forbid(
      'preview-knows-nothing',
      'The preview runs any mini-program.',
      { path: '^packages/preview/' },
      { path: ours('packages/preview') },
    ),
    forbid(
      'product-without-tools',
      'Nothing that ships needs the local cloud, the preview, scripts or tests.',
      { path: PRODUCT },
      { path: TOOLS },
    ),
    forbid(
      'found',
      'Every import leads somewhere.',
      {},
      { couldNotResolve: true, pathNot: '(^|/)vendor/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: [
        'cloudfunctions/[^/]+/index\\.js$',
        '^miniprogram/(vendor|miniprogram_npm)/',
        '^tests/preview/projects/',
        '^tests/bench/baselines/',
      ],
    },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
