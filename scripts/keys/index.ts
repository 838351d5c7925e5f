import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { generateKeys } from '@anshao/server/secrets';
import { readArgs } from '../lib/args';
import { foundingCodeOf } from '../lib/founding';
import { PlainError, report } from '../lib/plain-error';

const USAGE = 'npm run keys -- --out FILE';

/** Makes the keys of a new environment, once: what each function gets, and the 建库口令. */
const run = (argv: readonly string[]): void => {
  const { out } = readArgs(argv, { out: 'text' }, USAGE);
  if (out === undefined) throw new PlainError(`要说明写到哪里。用法 Usage: ${USAGE}`);
  const file = path.resolve(out);
  if (fs.existsSync(file)) {
    throw new PlainError(`${file} 已经有了；换了密钥，以前的报告就再也打不开。 It exists already.`);
  }
  const keys = Object.entries(generateKeys(randomBytes));
  const variables = Object.fromEntries(
    keys.map(([name, rings]) => [name, { ANSHAO_KEYS: JSON.stringify(rings) }]),
  );
  fs.writeFileSync(file, `${JSON.stringify(variables, null, 1)}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`写好了 written: ${file}`);
  console.log(`建库口令 founding code: ${foundingCodeOf(variables)}`);
};

try {
  run(process.argv.slice(2));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
