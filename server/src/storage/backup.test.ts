import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';
import { backUp, backUpBeforeMigrating, restore } from './backup.ts';
import { openStorage, sqliteFile } from './open.ts';
import { addSetting, readSetting } from './settings.ts';
import { connectSqlite } from './sqlite.ts';

const now = new Date('2026-03-05T13:00:00.000Z');
let folder: string;
const placeAt = (name: string) => readConfig({ STAMMGAST_DATA_DIR: join(folder, name), HOST: '127.0.0.1' });
const openAt = async (name: string) => (await openStorage(placeAt(name), () => undefined)).database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function openHouse(name: string) {
  const database = await openAt(name);
  await database.transaction((tx) => addSetting(tx, 'house', { name, timeZone: 'Europe/Berlin', locale: 'de' }));
  writeFileSync(join(folder, name, 'house.key'), `the key of ${name}`, { mode: 0o600 });
  return database;
}

describe('a backup on SQLite', () => {
  it('made while others write is one moment, and comes back exactly so', async () => {
    const database = await openHouse('house');
    const { throttles } = database.reader.tables;
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i += 1) {
        // Two rows that belong together: a copy with only one of them is no moment that ever was.
        await database.transaction(async (tx) => {
          await tx.insert(throttles).values({ key: `left:${i}`, hits: i, resetAt: now });
          await tx.insert(throttles).values({ key: `right:${i}`, hits: i, resetAt: now });
        });
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const manifest = await backUp(placeAt('house'), join(folder, 'copy'), now);
    writing = false;
    await writer;
    const afterwards = await database.reader.$count(throttles);
    await database.close();

    const { movedTo } = await restore(placeAt('again'), join(folder, 'copy'), now, false);
    expect(movedTo).toBeNull();
    expect(readFileSync(join(folder, 'again', 'house.key'), 'utf8')).toBe('the key of house');
    expect(statSync(join(folder, 'again', 'house.key')).mode & 0o777).toBe(0o600);
    const again = await openAt('again');
    const keys = (
      await again.reader.select({ key: again.reader.tables.throttles.key }).from(again.reader.tables.throttles)
    ).map(({ key }) => key);
    expect(keys.length).toBe(manifest.tables.throttles?.rows);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.length).toBeLessThanOrEqual(afterwards);
    for (const key of keys) expect(keys).toContain(key.replace('left', 'right'));
    expect(await readSetting(again.reader, 'house')).toMatchObject({ name: 'house' });
    await again.transaction((tx) => addSetting(tx, 'setup.token', 'it can be written'));
    await again.close();
    const second = await backUp(placeAt('house'), join(folder, 'second'), now);
    expect(second.tables.settings).toEqual(manifest.tables.settings);
  });

  it('is one private folder without journals, and never an overwritten one', async () => {
    await (await openHouse('house')).close();
    await backUp(placeAt('house'), join(folder, 'copy'), now);
    expect(readdirSync(join(folder, 'copy')).toSorted()).toEqual(['house.key', 'manifest.json', 'stammgast.sqlite']);
    for (const name of readdirSync(join(folder, 'copy'))) {
      expect([name, statSync(join(folder, 'copy', name)).mode & 0o077]).toEqual([name, 0]);
    }
    await expect(backUp(placeAt('house'), join(folder, 'copy'), now)).rejects.toThrow('exists already');
    await expect(backUp(placeAt('nothing'), join(folder, 'other'), now)).rejects.toThrow('there is no database');
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });

  it('is refused when a byte was changed, or the file or manifest is missing', async () => {
    await (await openHouse('house')).close();
    await backUp(placeAt('house'), join(folder, 'copy'), now);
    const file = join(folder, 'copy', 'stammgast.sqlite');
    const bytes = readFileSync(file);
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const attempt = () => restore(placeAt('again'), join(folder, 'copy'), now, false);
    await expect(attempt()).rejects.toThrow('missing or damaged');
    rmSync(file);
    await expect(attempt()).rejects.toThrow('missing or damaged');
    writeFileSync(join(folder, 'copy', 'manifest.json'), '{}');
    await expect(attempt()).rejects.toThrow('damaged or of an unknown format');
    rmSync(join(folder, 'copy', 'manifest.json'));
    await expect(attempt()).rejects.toThrow('is not a backup');
    expect(existsSync(join(folder, 'again'))).toBe(false);
  });

  it('is refused when the manifest and the rows tell different stories', async () => {
    await (await openHouse('house')).close();
    await backUp(placeAt('house'), join(folder, 'copy'), now);
    const path = join(folder, 'copy', 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"rows": 1,', '"rows": 2,'));
    await expect(restore(placeAt('again'), join(folder, 'copy'), now, false)).rejects.toThrow(
      'differs from the manifest in',
    );
    expect(existsSync(sqliteFile(placeAt('again').dataDir))).toBe(false);
  });
});

describe('restoring over a house', () => {
  beforeEach(async () => {
    await (await openHouse('house')).close();
    await backUp(placeAt('house'), join(folder, 'copy'), now);
  });
  const attempt = (force: boolean) => restore(placeAt('other'), join(folder, 'copy'), now, force);

  it('needs --force and moves the old one aside with its journals', async () => {
    await (await openHouse('other')).close();
    writeFileSync(`${sqliteFile(placeAt('other').dataDir)}-wal`, 'a journal of yesterday');
    // It knows entries of a trail that the backup does not continue.
    writeFileSync(placeAt('other').auditLog, 'a trail of yesterday');
    await expect(attempt(false)).rejects.toThrow('add --force');
    const { movedTo } = await attempt(true);
    expect(readdirSync(movedTo ?? '')).toEqual(expect.arrayContaining(['audit.log', 'house.key', 'stammgast.sqlite']));
    expect(readdirSync(join(folder, 'other')).toSorted()).toEqual(['backups', 'house.key', 'stammgast.sqlite']);
    const restored = await openAt('other');
    expect(await readSetting(restored.reader, 'house')).toMatchObject({ name: 'house' });
    await restored.close();
  });

  it('is refused beside the journal of an old database', async () => {
    mkdirSync(join(folder, 'other'));
    writeFileSync(`${sqliteFile(placeAt('other').dataDir)}-wal`, 'a journal of yesterday');
    await expect(attempt(false)).rejects.toThrow('stammgast.sqlite-wal would be replaced');
  });

  it('is refused while the house runs, also with --force', async () => {
    const running = await openHouse('other');
    await expect(attempt(true)).rejects.toThrow('in use; stop Stammgast first');
    expect(await readSetting(running.reader, 'house')).toMatchObject({ name: 'other' });
    await running.close();
  });
});

it('copies the house before an upgrade', async () => {
  await (await openHouse('house')).close();
  await backUpBeforeMigrating(placeAt('house'))();
  const [name = ''] = readdirSync(join(folder, 'house', 'backups'));
  expect(name).toMatch(/^before-upgrade-/);
  const copy = connectSqlite(join(folder, 'house', 'backups', name, 'stammgast.sqlite'));
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
});

const server = process.env.STAMMGAST_TEST_POSTGRES;
const hasTools = (process.env.PATH ?? '').split(':').some((bin) => existsSync(join(bin, 'pg_dump')));

// Not a skipped test without a server: the same file runs again on PostgreSQL.
if (server)
  describe('a backup on PostgreSQL', () => {
    it.runIf(hasTools)(
      'comes back exactly so, into an empty database or by force',
      async () => {
        const open = (url: string) => openStorage({ dataDir: folder, databaseUrl: url }, () => undefined);
        const [from, to] = [await createDatabase(), await createDatabase()];
        const { database } = await open(from);
        await database.transaction((tx) =>
          addSetting(tx, 'house', { name: 'Grand Hôtel', timeZone: 'Europe/Berlin', locale: 'de' }),
        );
        await database.close();
        const placeOf = (url: string) => readConfig({ STAMMGAST_DATA_DIR: join(folder, 'data'), DATABASE_URL: url });
        const manifest = await backUp(placeOf(from), join(folder, 'copy'), now);
        expect(manifest.tables.settings?.rows).toBe(1);
        await expect(
          restore(readConfig({ STAMMGAST_DATA_DIR: folder }), join(folder, 'copy'), now, false),
        ).rejects.toThrow('backup of postgres');
        await restore(placeOf(to), join(folder, 'copy'), now, false);
        await expect(restore(placeOf(to), join(folder, 'copy'), now, false)).rejects.toThrow('not empty');
        await restore(placeOf(to), join(folder, 'copy'), now, true);
        const restored = await open(to);
        expect(restored.migrated).toEqual([]);
        expect(await readSetting(restored.database.reader, 'house')).toMatchObject({ name: 'Grand Hôtel' });
        await restored.database.close();
        for (const url of [from, to]) await administer(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
      },
      60_000,
    );

    it('says which program is missing', async () => {
      const url = await createDatabase();
      const { database } = await openStorage({ dataDir: folder, databaseUrl: url }, () => undefined);
      await database.close();
      const place = readConfig({ STAMMGAST_DATA_DIR: join(folder, 'data'), DATABASE_URL: url });
      const path = process.env.PATH;
      process.env.PATH = '';
      try {
        await expect(backUp(place, join(folder, 'copy'), now)).rejects.toThrow('pg_dump is not installed here');
      } finally {
        process.env.PATH = path;
      }
      await administer(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
    });
  });

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function createDatabase(): Promise<string> {
  const url = new URL(server ?? '');
  url.pathname = `/backup_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${url.pathname.slice(1)}`);
  return url.href;
}

describe('the command', () => {
  const cli = fileURLToPath(new URL('../backup-cli.ts', import.meta.url));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [cli, ...args], {
      env: { STAMMGAST_DATA_DIR: join(folder, 'house'), INIT_CWD: folder },
    });

  it('backs up and restores from where one stands', async () => {
    await (await openHouse('house')).close();
    const { stdout } = await run('backup', 'copy');
    expect(stdout).toMatch(/Backed up to .*copy and verified: \d+ tables, \d+ rows\.\nIt holds the house key/);
    await expect(run('restore', 'copy')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('add --force'),
    });
    expect((await run('restore', 'copy', '--force')).stdout).toContain('What was there before is in');
  }, 60_000);
});
