import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateSqlite } from './migrate.sqlite.ts';
import { addSetting, readSetting } from './settings.ts';
import { connectSqlite, openSqlite } from './sqlite.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-sqlite-'));
  file = join(folder, 'house.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settingsOf = (connection: BetterSqlite3.Database) =>
  Object.fromEntries(
    ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'secure_delete', 'busy_timeout'].map((name) => [
      name,
      connection.pragma(name, { simple: true }),
    ]),
  );
const durable = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
  busy_timeout: 5000,
};

test('every connection flushes each commit, also after its first write and on a file that exists', () => {
  for (const table of ['first', 'second']) {
    const connection = connectSqlite(file);
    expect(settingsOf(connection)).toEqual(durable);
    connection.exec(`CREATE TABLE ${table} (n); INSERT INTO ${table} VALUES (1)`);
    expect(settingsOf(connection)).toEqual(durable);
    connection.close();
  }
  // Without our settings the driver would not: that is why they are asserted.
  const bare = new BetterSqlite3(file);
  expect(bare.pragma('synchronous', { simple: true })).not.toBe(2);
  bare.close();
});

test('a file that cannot have these settings is refused', () => {
  expect(() => connectSqlite(':memory:')).toThrow('SQLite refused journal_mode = wal');
});

test('the reader sees what is committed and cannot write', async () => {
  await migrateSqlite(file);
  const database = openSqlite(file);
  const house = { name: 'Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de' as const };
  const order: string[] = [];
  database.onFacts(() => order.push('told'));
  await database
    .transaction(async (tx) => {
      await addSetting(tx, 'house', house);
      expect(await readSetting(database.reader, 'house')).toBeNull();
    })
    .then(() => order.push('done'));
  expect(await readSetting(database.reader, 'house')).toEqual(house);
  expect(order.toSorted()).toEqual(['done', 'told']);
  await expect(addSetting(database.reader, 'setup.token', 'x')).rejects.toThrow();
  await database.close();
});

test('closing waits for what is under way, and afterwards every write is refused', async () => {
  await migrateSqlite(file);
  const database = openSqlite(file);
  const write = database.transaction((tx) => addSetting(tx, 'setup.token', 'x'));
  await database.close();
  await write;
  await expect(database.transaction((tx) => addSetting(tx, 'house', {} as never))).rejects.toThrow();
  const again = openSqlite(file);
  expect(await readSetting(again.reader, 'setup.token')).toBe('x');
  await again.close();
});
