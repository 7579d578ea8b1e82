import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withStatementCache } from './statement-cache.ts';

let connection: BetterSqlite3.Database;
let compiled: number;
let cached: BetterSqlite3.Database;
beforeEach(() => {
  connection = new BetterSqlite3(':memory:');
  connection.exec("CREATE TABLE notes (n INTEGER, text TEXT); INSERT INTO notes VALUES (1, 'a'), (2, 'b')");
  compiled = 0;
  const counting = {
    prepare: (text: string) => {
      compiled += 1;
      return connection.prepare(text);
    },
  };
  cached = withStatementCache(counting as unknown as BetterSqlite3.Database);
});
afterEach(() => connection.close());

test('a text is compiled once, whatever its values', () => {
  for (const n of [1, 2, 3]) cached.prepare('SELECT text FROM notes WHERE n = ?').all(n);
  expect(compiled).toBe(1);
});

test('rows as arrays for one do not become rows as arrays for the next', () => {
  const text = 'SELECT n, text FROM notes WHERE n = 1';
  expect(cached.prepare(text).raw().all()).toEqual([[1, 'a']]);
  expect(cached.prepare(text).all()).toEqual([{ n: 1, text: 'a' }]);
});

test('writes and changed tables work from the cache', () => {
  for (const n of [3, 4]) cached.prepare('INSERT INTO notes VALUES (?, ?)').run(n, 'x');
  const all = () => cached.prepare('SELECT * FROM notes WHERE n > 2').all();
  expect(all()).toHaveLength(2);
  connection.exec('ALTER TABLE notes ADD COLUMN more TEXT');
  expect(all()[0]).toEqual({ n: 3, text: 'x', more: null });
});

test('it stays bounded', () => {
  for (let i = 0; i < 700; i += 1) cached.prepare(`SELECT ${i}`).all();
  expect(compiled).toBe(700);
  cached.prepare('SELECT 699').all();
  expect(compiled).toBe(700);
  cached.prepare('SELECT 0').all();
  expect(compiled).toBe(701);
});
