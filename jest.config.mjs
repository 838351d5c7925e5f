// One suite, four projects: pure and server code, the mini-program's logic in jsdom,
// and the browser walks, which run one after another because each starts a whole product.
const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
};
const plainJs = { ...swc, jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' } };
const node = {
  testEnvironment: 'node',
  transform: {
    '\\.(ts|mjs)$': ['@swc/jest', swc],
    // Ships ES modules only.
    '/node_modules/@noble/.*\\.js$': ['@swc/jest', plainJs],
  },
  // Workspaces are links: their real path lies outside node_modules and is transformed.
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/.cache', '<rootDir>/.data', '<rootDir>/dist'],
};
const project = (name, extra = {}) => ({
  ...node,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  ...extra,
});
export default {
  projects: [
    project('core'),
    project('server'),
    project('cloudfunctions'),
    project('local-cloud'),
    project('preview'),
    project('scripts'),
    project('e2e'),
    project('miniprogram', {
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'http://localhost/' },
      setupFiles: ['<rootDir>/tests/miniprogram/setup.ts'],
      transform: {
        '\\.(ts|mjs)$': ['@swc/jest', swc],
        '\\.js$': [
          '@swc/jest',
          { ...swc, jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' } },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!(tdesign-miniprogram|@noble)/)'],
    }),
  ],
};
