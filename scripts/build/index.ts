import { readArgs } from '../lib/args';
import { PlainError, runMain } from '../lib/plain-error';
import { build, type Half } from './build';

const USAGE = 'npm run build -- [--only cloud|phone]';

function halfOf(text: string | undefined): Half | undefined {
  if (text === undefined || text === 'cloud' || text === 'phone') return text;
  throw new PlainError(
    `--only 要 cloud 或 phone。--only takes cloud or phone.\n用法 Usage: ${USAGE}`,
  );
}

runMain(async () => {
  const args = readArgs(process.argv.slice(2), { only: 'text' }, USAGE);
  const only = halfOf(args.only);
  await build(only === undefined ? {} : { only });
  console.log('构建完成 built. 云函数在 functions: dist/functions, 清单 report: dist/report.md');
  return 0;
});
