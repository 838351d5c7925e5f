import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { withSection } from '../../scripts/lib/marked-section';
import { requireFreePort } from '../../scripts/lib/ports';
import { drawMarked, needsDemo, prepareFolder } from '../../scripts/start/data-folder';
import { startOptions } from '../../scripts/start/options';
import { aTree } from './support/tree';

describe('npm start', () => {
  test('opens the small demonstration unless told otherwise', () => {
    expect(startOptions([])).toMatchObject({ open: true, demo: 'small' });
    expect(startOptions(['--no-open', '--demo', 'none', '--port', '0'])).toMatchObject({
      open: false,
      demo: 'none',
      port: 0,
    });
  });

  test.each([
    [['--prot', '1'], '--prot'],
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--demo', 'large'], '--demo'],
    [['extra'], 'extra'],
  ])('answers %j with one sentence that names the mistake', (args, named) => {
    expect(() => startOptions(args)).toThrow(named);
  });

  test('says so when its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      await expect(requireFreePort(port)).rejects.toThrow(`端口 ${port} 已被占用`);
    } finally {
      await new Promise((done) => server.close(done));
    }
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});

describe('the demonstration', () => {
  test('is drawn into an empty folder only', () => {
    expect(needsDemo(aTree({}))).toBe(true);
    expect(needsDemo(aTree({ 'product.db': 'x' }))).toBe(false);
  });

  test('starts anew when its drawing was cut off, and never once it was complete', async () => {
    const data = aTree({});
    const half = drawMarked(data, async () => {
      fs.writeFileSync(path.join(data, 'product.db'), 'half');
      throw new Error('killed');
    });
    await expect(half).rejects.toThrow('killed');
    expect(needsDemo(data)).toBe(true);
    expect(fs.readdirSync(data)).toEqual([]);
    await drawMarked(data, async () => fs.writeFileSync(path.join(data, 'product.db'), 'whole'));
    expect(needsDemo(data)).toBe(false);
    expect(fs.readFileSync(path.join(data, 'product.db'), 'utf8')).toBe('whole');
  });

  test('needs a folder that can be written to', () => {
    const data = aTree({ file: '' });
    expect(() => prepareFolder(path.join(data, 'file', 'data'))).toThrow('写不进数据文件夹');
  });
});

test('a generated section is replaced in its place, what people wrote stays', () => {
  const page = '# Figures\n\n<!-- bench -->\nold\n<!-- /bench -->\n\nThe end.\n';
  expect(withSection(page, 'bench', 'new')).toBe(
    '# Figures\n\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\n\nThe end.\n',
  );
  expect(withSection('# Figures\n', 'soak', 'x')).toBe(
    '# Figures\n\n<!-- soak -->\n\nx\n\n<!-- /soak -->\n',
  );
});
