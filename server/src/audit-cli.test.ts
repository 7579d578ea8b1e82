import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq, gt } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entriesAfter } from './audit/audit.queries.ts';
import { chain, type Entry } from './audit/entry.ts';
import { openAuditLog } from './audit/log-file.ts';
import { appendFacts } from './audit/trail.ts';
import { createVault } from './channels/vault.ts';
import type { StoredFact } from './events/events.queries.ts';
import type { Database } from './storage/database.ts';
import { openStorage } from './storage/open.ts';
import { createPostgresDatabase } from './testing/test-postgres.ts';
import { unguardTrail } from './testing/unguard-trail.ts';

const server = process.env.STAMMGAST_TEST_POSTGRES;
const cli = fileURLToPath(new URL('./audit-cli.ts', import.meta.url));
let dataDir: string;
let database: Database;
let own: { url: string; drop(): Promise<void> } | null;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stammgast-cli-'));
  own = server ? await createPostgresDatabase(server) : null;
  const place = { dataDir, databaseUrl: own?.url ?? null };
  database = (await openStorage(place, () => undefined)).database;
  const { sign } = createVault(join(dataDir, 'house.key'));
  const facts = Array.from(
    { length: 5 },
    (_, i): StoredFact => ({
      ...{ seq: i + 1, at: new Date('2026-03-05T13:00:00.000Z'), kind: 'thread.tagged', channelId: 'blog' },
      ...{ threadId: `t${i}`, personId: 'jana', payload: { after: { tags: ['Küche'] } } },
    }),
  );
  await database.transaction((tx) => appendFacts(tx, facts, sign));
  await openAuditLog(join(dataDir, 'audit.log'), () => undefined)(database.reader);
});
afterEach(async () => {
  await database.close();
  await own?.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Beside the running house, which keeps its connections. */
const verify = (env: Record<string, string> = {}) =>
  new Promise<{ code: number; told: string }>((resolve) => {
    const place = { STAMMGAST_DATA_DIR: dataDir, ...(own && { DATABASE_URL: own.url }) };
    execFile(process.execPath, [cli], { env: { PATH: '', ...place, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, told: stdout + stderr }),
    );
  });

test('tells what it checked, from the first to the last hash', { timeout: 30_000 }, async () => {
  const { code, told } = await verify();
  expect(told).toMatch(
    /^5 entries checked\.\nFirst: 1 [0-9a-f]{64}\nLast: {2}5 [0-9a-f]{64}\nAll of them carry the seal of .*house\.key\.\n5 lines of .*audit\.log compared\.\nThe trail is whole\.\n$/,
  );
  expect(code).toBe(0);
});

test('ends with 1 and names the entry and what is wrong with it', { timeout: 30_000 }, async () => {
  const { auditEntries } = database.reader.tables;
  await unguardTrail({ dataDir, databaseUrl: own?.url ?? null });
  await database.transaction((tx) => tx.delete(auditEntries).where(gt(auditEntries.seq, 4)));
  expect(await verify()).toMatchObject({ code: 1, told: expect.stringContaining('BROKEN at entry 5, truncated') });
  await database.transaction((tx) => tx.update(auditEntries).set({ actorId: 'tom' }).where(eq(auditEntries.seq, 2)));
  expect(await verify()).toMatchObject({ code: 1, told: expect.stringContaining('BROKEN at entry 2, changed') });
});

test('says how many entries the file does not know yet, and finds what nobody of the house has written', async () => {
  const { auditEntries } = database.reader.tables;
  const [last] = await entriesAfter(database.reader, 4, 1);
  const [forged] = last ? chain(last, [{ ...last, actorId: 'mallory' }], String) : [];
  const put = (seal: string) =>
    database.transaction((tx) => tx.insert(auditEntries).values({ ...forged, seal } as Entry));
  await put(createVault(join(dataDir, 'house.key')).sign(forged?.hash ?? ''));
  expect(await verify()).toMatchObject({
    code: 0,
    told: expect.stringContaining('The newest 1 entries are not in it'),
  });
  await unguardTrail({ dataDir, databaseUrl: own?.url ?? null });
  await database.transaction((tx) => tx.delete(auditEntries).where(gt(auditEntries.seq, 5)));
  await put('key:made-up');
  expect(await verify()).toMatchObject({ code: 1, told: expect.stringContaining('BROKEN at entry 6, forged') });
}, 30_000);

test('says when there is nothing to compare with, and when there is no house', { timeout: 60_000 }, async () => {
  const alone = await verify({ STAMMGAST_AUDIT_LOG: join(dataDir, 'nowhere.log') });
  expect(alone).toMatchObject({ code: 0, told: expect.stringContaining('a trail that was cut off at its end cannot') });
  const keyless = await verify({ STAMMGAST_KEY_FILE: join(dataDir, 'nowhere.key') });
  expect(keyless).toMatchObject({ code: 0, told: expect.stringContaining('cannot be told from one of the house') });
  expect(existsSync(join(dataDir, 'nowhere.key'))).toBe(false);
  const none = await verify({ STAMMGAST_DATA_DIR: join(dataDir, 'nowhere'), DATABASE_URL: '' });
  expect(none).toMatchObject({ code: 2, told: expect.stringContaining('there is no house in') });
});
