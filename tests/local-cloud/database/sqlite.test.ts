import { afterAll, describe, expect, test } from '@jest/globals';
import { integer, Sqlite, text } from '../../../packages/local-cloud/src/database/sqlite';

const sqlite = new Sqlite(':memory:');
afterAll(() => sqlite.close());

describe('the connection', () => {
  test('refuses parameters that would end the process or be misread', () => {
    // Handed to the native code, a boolean aborts Node: that this test ends is the point of it.
    for (const bad of [true, new Date(), {}, undefined, Number.NaN, ['x'], new Uint8Array(2)]) {
      const parameters: never[] = JSON.parse('[]');
      Reflect.apply(Array.prototype.push, parameters, [bad]);
      expect(() => sqlite.rows('SELECT ?', parameters)).toThrow('no database parameter');
      expect(() => sqlite.run('SELECT ?', parameters)).toThrow('no database parameter');
    }
  });

  test('gives back text, whole numbers, bytes and null as they were', () => {
    const row = sqlite.first('SELECT ?, ?, ?, ?', ['隐患', 2 ** 40, Buffer.from([0, 255]), null]);
    expect(row).toEqual(['隐患', 2 ** 40, Buffer.from([0, 255]), null]);
    expect(() => integer(row, 0)).toThrow('no number');
    expect(() => text(row, 1)).toThrow('no text');
  });

  test('reads a query to its end, so that nothing stays open behind it', () => {
    sqlite.run('CREATE TABLE t (n INTEGER)');
    sqlite.run('INSERT INTO t VALUES (1), (2), (3)');
    expect(sqlite.first('SELECT n FROM t ORDER BY n')).toEqual([1]);
    // A statement left open would lock the table.
    expect(() => sqlite.run('DROP TABLE t')).not.toThrow();
  });
});
