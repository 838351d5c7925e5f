import fs from 'node:fs';
import { environment } from '@anshao/server/environment';
import { type FunctionName, KEY_PURPOSES } from '@anshao/server/key-purposes';
import { inRoot } from '../lib/paths';

export const file = 'docs/deploy.md';

interface Config {
  readonly timeout: number;
  readonly memorySize: number;
  readonly triggers?: ReadonlyArray<{ readonly config: string }>;
  readonly permissions?: { readonly openapi: readonly string[] };
}

const configOf = (name: string): Config =>
  JSON.parse(fs.readFileSync(inRoot('cloudfunctions', name, 'config.json'), 'utf8'));

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const functionRows = (): string[] =>
  Object.entries(KEY_PURPOSES).map(([name, purposes]) => {
    const { timeout, memorySize, triggers = [], permissions } = configOf(name);
    const timer = triggers.map(({ config }) => `\`${config}\``).join(', ') || '–';
    const openapi = permissions?.openapi.join(', ') || '–';
    return row(
      `\`${name}\``,
      `${timeout} s`,
      `${memorySize} MB`,
      timer,
      openapi,
      purposes.join(', '),
    );
  });

const indexRows = (): string[] =>
  Object.entries(environment.collections).flatMap(([name, { rules, indexes }]) => {
    if (indexes.length === 0) return [row(`\`${name}\``, rules, '–', '–', '–')];
    return indexes.map((index, i) =>
      row(
        i === 0 ? `\`${name}\`` : '',
        i === 0 ? rules : '',
        index.name,
        index.keys.map(([field, order]) => `\`${field}\`${order === 1 ? '' : ' ↓'}`).join(', '),
        'unique' in index && index.unique ? 'unique' : '–',
      ),
    );
  });

const storageRows = (): string[] =>
  Object.entries(environment.storage).map(([prefix, { read, write }]) =>
    row(`\`${prefix}\``, read, write),
  );

const templateRows = (): string[] =>
  Object.entries(environment.templates).map(([name, keywords]) =>
    row(`\`${name}\``, keywords.join(', ')),
  );

interface Declared {
  readonly declared: ReadonlyArray<{ readonly information: string; readonly purpose: string }>;
}

const privacyRows = (): string[] => {
  const { declared }: Declared = JSON.parse(
    fs.readFileSync(inRoot('miniprogram', 'privacy.json'), 'utf8'),
  );
  return declared.map(({ information, purpose }) => row(information, purpose));
};

const holders = (purpose: string): string =>
  (Object.keys(KEY_PURPOSES) as FunctionName[])
    .filter((name) => KEY_PURPOSES[name].some((held) => held === purpose))
    .map((name) => `\`${name}\``)
    .join(', ');

/** docs/deploy.md: how to put the product on CloudBase, with tables from the definitions. */
export const render = async (): Promise<string> =>
  `${[
    '# Putting 安哨 on CloudBase',
    '',
    'Printed by `npm run docs` from the definitions that the local environment uses too; edit',
    '`scripts/docs/deploy.ts`. By hand today: each step is a page of the console or one command.',
    '',
    '## 1. Before',
    '',
    '- A mini-program account of the federation, a CloudBase environment in its name, and DevTools.',
    '- `npm run build`. It leaves, for each function, `dist/functions/<name>/` with `index.js` (one',
    '  file, the SDK inside), `package.json` (only what the cloud must install itself: `hazard` needs',
    '  `@napi-rs/image`, native, for Linux x64 with glibc) and `config.json`; and in `miniprogram/`',
    '  what DevTools packs: `vendor/` and `miniprogram_npm/`.',
    '- Put the AppID into `project.config.json`.',
    '',
    '## 2. Functions',
    '',
    'Create each with Node 18, upload its folder (云端安装依赖 for `hazard`), set the timer.',
    '',
    row('function', 'timeout', 'memory', 'timer', 'WeChat APIs', 'keys it is given'),
    '|---|---|---|---|---|---|',
    ...functionRows(),
    '',
    '## 3. Keys',
    '',
    '`npm run keys -- --out FILE` makes them once: for each function the value of its environment',
    'variable `ANSHAO_KEYS`, and the 建库口令 with which the first person founds the federation.',
    'Keep the file where only the custodian of keys can read it. **Whoever may read environment',
    'variables in the console can read keys**: give that right to one person, and note who.',
    '',
    `- The private key that opens an identity goes to ${holders('sealPrivate')} alone.`,
    '- `caseId`, `alias`, `founding` and `codes` are never changed while a case lives. The others may',
    '  be rotated: add a new key under a new id, make it `current`, keep the old one for lookups.',
    '- `ANSHAO_TEMPLATES` (function `identity`): `{"progress":"<id>","duty":"<id>"}`, see 5. The id',
    '  of `progress` also goes into `miniprogram/config.ts`, where the phone asks for it.',
    '',
    '## 4. Database and storage',
    '',
    'Create these collections with these indexes. Every rule is ADMINONLY: a phone never touches the',
    'database, all authorisation is made in functions.',
    '',
    row('collection', 'rule', 'index', 'fields', 'kind'),
    '|---|---|---|---|---|',
    ...indexRows(),
    '',
    'Storage rules by folder:',
    '',
    row('folder', 'who reads', 'who writes'),
    '|---|---|---|',
    ...storageRows(),
    '',
    'As a storage rule: `{"read": "resource.path.startsWith(\'public/\')",',
    '"write": "resource.path.startsWith(\'incoming/\') && auth != null"}`; functions bypass rules.',
    '',
    '## 5. WeChat console',
    '',
    'Subscription templates (one-time), with keywords of these kinds, in this order:',
    '',
    row('ours', 'keywords'),
    '|---|---|',
    ...templateRows(),
    '',
    'Privacy guide (用户隐私保护指引), exactly what the code uses:',
    '',
    row('information', 'purpose'),
    '|---|---|',
    ...privacyRows(),
    '',
    '## 6. First person',
    '',
    'Open the mini-program, 我的 → 填邀请码，接岗位, and found the federation with the 建库口令. It',
    'works once: as soon as a federation exists it is worthless.',
    '',
    '## 7. What cannot be tried on one machine',
    '',
    row('what', 'how to check it for real'),
    '|---|---|',
    row(
      '`subscribeMessage.send` through `callWxOpenApi`',
      'accept a reminder on a phone, verify a report, see the message arrive; the log of `identity` says `sent`',
    ),
    row(
      'identity from `getCloudbaseContext`',
      'report from two phones: each sees only its own under 我报的隐患',
    ),
    row(
      'a phone calling `identity.send`',
      'in the DevTools console call it: the answer is NOT_FOUND',
    ),
    row(
      '`@napi-rs/image` in the function’s system',
      'report with a photo: the receipt says it is stored; else let a test function print `ldd --version` (2.16 is enough)',
    ),
    row('the timer’s context', 'after a minute the log of `reminder` shows a call with code OK'),
    row('小程序码 of a place', 'scan it with WeChat on a phone: the place page opens'),
    row(
      'fonts, safe areas, TalkBack and VoiceOver',
      'report one hazard at the largest font and one with the screen off',
    ),
    row(
      'storage rules',
      'in DevTools upload to `sealed/`: refused; download from `incoming/`: refused',
    ),
  ].join('\n')}\n`;
