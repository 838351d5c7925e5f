import { writeIfChanged } from '../lib/files';
import { inRoot } from '../lib/paths';
import { runMain } from '../lib/plain-error';
import { generators } from './generators';

runMain(async () => {
  for (const { file, render } of await generators()) {
    const changed = writeIfChanged(inRoot(file), await render());
    console.log(`${changed ? '已更新 written' : '未变 same   '} ${file}`);
  }
  return 0;
});
