import fs from 'node:fs';
import os from 'node:os';
import { build } from '../build/build';
import { filesIn } from '../lib/files';
import { runJest } from '../lib/jest';
import { writeSection } from '../lib/marked-section';
import { inRoot, shown } from '../lib/paths';
import { PlainError, runMain } from '../lib/plain-error';

/** The suites that grow under ANSHAO_SOAK: random histories, and kills under load. */
function growingSuites(): string[] {
  return filesIn(inRoot('tests'), (file) => file.endsWith('.test.ts'))
    .filter((file) => fs.readFileSync(file, 'utf8').includes('ANSHAO_SOAK'))
    .map((file) => shown(file));
}

runMain(async () => {
  const wanted = process.argv.slice(2);
  const suites = wanted.length > 0 ? wanted : growingSuites();
  if (suites.length === 0) throw new PlainError('没有会变大的测试 no suite reads ANSHAO_SOAK');
  await build({ quiet: true });
  const start = Date.now();
  const { passed, failed } = await runJest('soak', ['--runInBand', '--runTestsByPath', ...suites], {
    ...process.env,
    ANSHAO_SOAK: '1',
  });
  const minutes = Math.ceil((Date.now() - start) / 60_000);
  const line = `${passed} passed, ${failed} failed`;
  console.log(line);
  if (wanted.length === 0) {
    const machine = `Node ${process.versions.node}, ${os.availableParallelism()} cores`;
    const list = suites.map((suite) => `- ${suite}`).join('\n');
    const text = `${machine}: ${line} in ${minutes} min.\n\n${list}`;
    writeSection(inRoot('docs', 'benchmarks.md'), 'soak', text);
  }
  return failed === 0 && passed > 0 ? 0 : 1;
});
