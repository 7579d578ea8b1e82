import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, gt } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { vaultWith } from '../channels/vault.ts';
import type { StoredFact } from '../events/events.queries.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { unguardTrail } from '../testing/unguard-trail.ts';
import { entriesAfter, forgetEntries } from './audit.queries.ts';
import { contentsOf } from './content.ts';
import { beginning, canonical, chain, type Entry, hashOf, type Link, type Sign } from './entry.ts';
import { openAuditLog, readLog } from './log-file.ts';
import { appendFacts } from './trail.ts';
import { verifyTrail } from './verify.ts';

const AT = new Date('2026-03-05T13:00:00.000Z');
const DAY_MS = 86_400_000;
const { sign } = vaultWith(Buffer.alloc(32, 1));
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let file: string;
let disagreements: number;
beforeEach(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'stammgast-audit-'));
  file = join(folder, 'audit.log');
  disagreements = 0;
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const fact = (seq: number, more: Partial<StoredFact> = {}): StoredFact => ({
  seq,
  at: new Date(AT.getTime() + seq * 1000),
  kind: 'thread.assigned',
  channelId: 'blog',
  threadId: `thread-${seq}`,
  personId: 'jana',
  payload: { claim: seq, before: { assigneeId: null }, after: { assigneeId: 'jana' } },
  ...more,
});
const write = (from: number, to: number) =>
  database.transaction((tx) =>
    appendFacts(
      tx,
      Array.from({ length: to - from + 1 }, (_, i) => fact(from + i)),
      sign,
    ),
  );
const log = () =>
  openAuditLog(file, () => {
    disagreements += 1;
  });
const verify = (keptFrom = AT, withLog = true, key: Sign | null = sign) =>
  verifyTrail(database.reader, { lines: withLog ? readLog(file) : null, sign: key, keptFrom });
const change = (seq: number, set: Partial<Entry>) =>
  database.transaction((tx) => tx.update(tx.tables.auditEntries).set(set).where(eq(tx.tables.auditEntries.seq, seq)));
const remove = (seq: number) =>
  database.transaction((tx) => tx.delete(tx.tables.auditEntries).where(eq(tx.tables.auditEntries.seq, seq)));
const stored = async (seq: number) => (await entriesAfter(database.reader, seq - 1, 1))[0] as Entry;

describe('the chain', () => {
  test('is the same on every engine and in every version', async () => {
    await write(1, 3);
    const umlauts = { z: 'Über 😀', a: [1, 2.5, null], nested: { b: false, a: { y: 1, x: 2 } } };
    await database.transaction((tx) =>
      appendFacts(tx, [fact(4, { kind: 'house.changed', channelId: null, threadId: null, payload: umlauts })], sign),
    );
    const verdict = await verify(AT, false);
    expect(verdict).toMatchObject({ checked: 4, broken: null });
    expect(verdict.last?.hash).toBe('a2e2a499c5f22fdab086f97e99a633a47a4b7843c0cb123fbad8a66f375867bc');
  });

  test('does not depend on the order of names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (state) => {
        const turned = Object.fromEntries(Object.entries(state).reverse());
        expect(canonical(turned)).toBe(canonical(state));
        expect(JSON.parse(canonical(state))).toEqual(JSON.parse(JSON.stringify(state)));
      }),
    );
  });

  test('tells any change of any entry', () => {
    const contents = [1, 2, 3].flatMap((seq) => contentsOf(fact(seq)));
    const entries = chain(beginning, contents, sign);
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.constantFrom('at', 'kind', 'actorId', 'threadId', 'before', 'details', 'fact', 'seq', 'previous'),
        (entry, name) => {
          const other = { at: new Date(0), seq: 99, fact: 99, before: null, details: { claim: 99 } };
          const value = name in other ? other[name as keyof typeof other] : 'other';
          expect(hashOf({ ...entry, [name]: value } as Entry)).not.toBe(entry.hash);
        },
      ),
    );
  });

  test('knows who did it, and leaves out what changes nothing', () => {
    const nobody = { personId: null };
    expect(contentsOf(fact(1))).toMatchObject([{ actorKind: 'person', actorId: 'jana', details: { claim: 1 } }]);
    expect(contentsOf(fact(1, { ...nobody, payload: { guestLinkId: 'g' } }))).toMatchObject([{ actorKind: 'guest' }]);
    expect(contentsOf(fact(1, { payload: { by: 'token' } }))).toMatchObject([
      {
        actorKind: 'token',
        actorId: 'blog',
      },
    ]);
    expect(contentsOf(fact(1, { ...nobody, payload: { by: 'eva' } }))).toMatchObject([{ actorId: 'eva', details: {} }]);
    expect(contentsOf(fact(1, { ...nobody, payload: null }))).toMatchObject([{ actorKind: 'house', before: null }]);
    expect(contentsOf(fact(1, { kind: 'draft.changed' }))).toEqual([]);
  });
});

describe('what was tampered with is found', () => {
  beforeEach(async () => {
    await write(1, 9);
    await log()(database.reader);
    await unguardTrail(database.place);
  });

  test('nothing', async () => {
    expect(await verify()).toMatchObject({ checked: 9, lines: 9, first: { seq: 1 }, last: { seq: 9 }, broken: null });
    expect(await verify()).toMatchObject({ sealed: 9, unwritten: 0 });
  });

  test('an entry that says something else', async () => {
    await change(4, { actorId: 'somebody-else' });
    expect(await verify()).toMatchObject({ checked: 3, broken: { seq: 4, fault: 'changed' } });
    await change(4, { actorId: 'jana' });
    await change(6, { after: { assigneeId: 'tom' } });
    expect((await verify()).broken).toEqual({ seq: 6, fault: 'changed' });
  });

  test('an entry that was deleted, whether its number was given to the next or not', async () => {
    await remove(4);
    expect((await verify()).broken).toEqual({ seq: 4, fault: 'missing' });
    for (const seq of [5, 6, 7, 8, 9]) await change(seq, { seq: seq - 1 });
    expect((await verify()).broken).toEqual({ seq: 4, fault: 'missing' });
  });

  test('two that have changed places', async () => {
    await change(4, { seq: 100 });
    await change(7, { seq: 4 });
    await change(100, { seq: 7 });
    expect((await verify()).broken).toEqual({ seq: 4, fault: 'order' });
  });

  test('one that the house has not written', async () => {
    const third = await stored(3);
    for (const seq of [9, 8, 7, 6, 5, 4]) await change(seq, { seq: seq + 1 });
    const forged = chain({ seq: 3, hash: third.hash }, contentsOf(fact(99, { personId: 'mallory' })), sign);
    await database.transaction((tx) => tx.insertMany(tx.tables.auditEntries, forged));
    expect((await verify()).broken).toEqual({ seq: 4, fault: 'inserted' });
  });

  test('an end that was cut off, by the file outside', async () => {
    await database.transaction((tx) => tx.delete(tx.tables.auditEntries).where(gt(tx.tables.auditEntries.seq, 7)));
    expect((await verify(AT, false)).broken).toBeNull();
    expect(await verify()).toMatchObject({ checked: 7, broken: { seq: 8, fault: 'truncated' } });
    // The house goes on, says so, and does not hide it.
    await log()(database.reader);
    expect(disagreements).toBe(1);
    await write(20, 24);
    expect((await verify()).broken).toEqual({ seq: 8, fault: 'rewritten' });
  });

  test('a chain that was computed anew, by the file outside', async () => {
    await database.transaction((tx) => tx.delete(tx.tables.auditEntries));
    await write(1, 3);
    await database.transaction((tx) => appendFacts(tx, [fact(4, { personId: 'mallory' })], sign));
    await write(5, 9);
    expect((await verify(AT, false)).broken).toBeNull();
    expect((await verify()).broken).toEqual({ seq: 4, fault: 'rewritten' });
  });

  /** Puts this in the place of the last entry, chained as the house would; sealed with whatever the forger has. */
  async function forgeLast(seal: (hash: string) => string | null): Promise<void> {
    const eighth = await stored(8);
    const forged = chain(eighth, contentsOf(fact(9, { personId: 'mallory' })), String);
    await remove(9);
    const rows = forged.map((entry) => ({ ...entry, seal: seal(entry.hash) }));
    await database.transaction((tx) => tx.insertMany(tx.tables.auditEntries, rows));
  }

  test('the last three, deleted: by the file outside, and only by it', async () => {
    for (const seq of [9, 8, 7]) await remove(seq);
    expect(await verify()).toMatchObject({ checked: 6, broken: { seq: 7, fault: 'truncated' } });
    expect(await verify(AT, true, null)).toMatchObject({ broken: { seq: 7, fault: 'truncated' } });
    expect((await verify(AT, false)).broken).toBeNull();
  });

  const ninth = { checked: 8, broken: { seq: 9, fault: 'forged' } };
  const rewritten = { checked: 9, broken: { seq: 9, fault: 'rewritten' } };
  test.each([
    ['with no seal', () => null, ninth, ninth, rewritten],
    ['with the seal of another key', vaultWith(Buffer.alloc(32, 2)).sign, ninth, { broken: null }, rewritten],
    [
      'with a seal that names the key',
      (hash: string) => `${sign(hash).split(':')[0]}:x`,
      ninth,
      { broken: null },
      rewritten,
    ],
    // Whoever has the key as well is found by the file alone.
    ['with the key itself', sign, { broken: null }, { broken: null }, rewritten],
  ])('a last entry that was forged to fit, %s', async (_, seal, withKey, without, withFile) => {
    await forgeLast(seal);
    expect(await verify(AT, false)).toMatchObject(withKey);
    expect(await verify(AT, false, null)).toMatchObject(without);
    expect((await verify(AT, true, null)).broken).toEqual((without === ninth ? ninth : withFile).broken);
    expect((await verify(AT, true)).broken).toEqual((withKey === ninth ? ninth : withFile).broken);
  });

  test('one that was added at the end of a running house, which writes it to the file itself', async () => {
    const forged = chain(await stored(9), contentsOf(fact(10, { personId: 'mallory' })), String);
    const rows = forged.map((entry) => ({ ...entry, seal: null }));
    await database.transaction((tx) => tx.insertMany(tx.tables.auditEntries, rows));
    expect(await verify(AT, true, null)).toMatchObject({ broken: { seq: 10, fault: 'forged' } });
    await log()(database.reader);
    await write(11, 12);
    expect(await verify()).toMatchObject({ checked: 9, broken: { seq: 10, fault: 'forged' } });
  });

  test('a file outside that was changed itself', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('"threadId":"thread-5"', '"threadId":"thread-6"'));
    expect((await verify()).broken).toEqual({ seq: 5, fault: 'log' });
  });
});

describe('the seal', () => {
  const unsealed = async (from: number, to: number) => {
    await unguardTrail(database.place);
    for (let seq = from; seq <= to; seq += 1) await change(seq, { seal: null });
  };

  test('came later than the trail: what is older is held by what is sealed', async () => {
    await write(1, 4);
    await unsealed(1, 2);
    expect(await verify(AT, false)).toMatchObject({ checked: 4, sealed: 2, broken: null });
    await change(1, { actorId: 'mallory', hash: hashOf({ ...(await stored(1)), actorId: 'mallory' }) });
    expect((await verify(AT, false)).broken).toEqual({ seq: 2, fault: 'missing' });
  });

  test('of another key counts only before those of this one', async () => {
    await write(1, 4);
    const old = vaultWith(Buffer.alloc(32, 2)).sign;
    await unguardTrail(database.place);
    await change(1, { seal: old((await stored(1)).hash) });
    expect(await verify(AT, false)).toMatchObject({ sealed: 3, broken: null });
    await change(4, { seal: old((await stored(4)).hash) });
    expect((await verify(AT, false)).broken).toEqual({ seq: 4, fault: 'forged' });
  });

  test('is not the mark of a text: whoever writes to the house gets none', () => {
    const vault = vaultWith(Buffer.alloc(32, 1));
    const hash = 'a'.repeat(64);
    expect(vault.sign(hash)).toMatch(/^[0-9a-f]{8}:/);
    expect(vault.mark(hash).slice('hmac:'.length)).not.toBe(vault.sign(hash).slice(9));
  });
});

describe('the database itself', () => {
  const refused = 'the audit trail is only added to';
  const cause = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: Error) => String(error.cause ?? error),
    );

  test('refuses to change or delete an entry, and lets the trail go on', async () => {
    await write(1, 3);
    const { auditEntries } = database.reader.tables;
    expect(await cause(change(2, { actorId: 'mallory' }))).toContain(refused);
    expect(await cause(remove(3))).toContain(refused);
    expect(await cause(database.transaction((tx) => tx.delete(auditEntries)))).toContain(refused);
    await write(4, 4);
    expect(await verify(AT, false)).toMatchObject({ checked: 4, broken: null });
  });

  test('takes nothing without a seal after what is sealed, as an older version beside this one would write', async () => {
    const insert = (entries: readonly Entry[]) =>
      database.transaction((tx) => tx.insertMany(tx.tables.auditEntries, entries));
    const old = (last: Link, ...seqs: number[]) => {
      const contents = seqs.flatMap((seq) => contentsOf(fact(seq)));
      return chain(last, contents, sign).map((entry) => ({ ...entry, seal: null }));
    };
    // Of before there were seals.
    await insert(old(beginning, 1, 2));
    await write(3, 4);
    const fourth = await stored(4);
    expect(await cause(insert(old(fourth, 5)))).toContain('the audit trail is sealed');
    const [fifth] = chain(fourth, contentsOf(fact(5)), sign);
    if (!fifth) throw new Error('it was to be written');
    expect(await cause(insert([fifth, ...old(fifth, 6)]))).toContain('the audit trail is sealed');
    await write(5, 6);
    expect(await verify(AT, false)).toMatchObject({ checked: 6, sealed: 4, broken: null });
  });

  test('lets go what is old, and nothing beyond', async () => {
    await write(1, 3);
    await database.transaction((tx) => forgetEntries(tx, new Date(AT.getTime() + 3000), 10));
    expect(await cause(remove(3))).toContain(refused);
    expect(await verify(new Date(AT.getTime() + 3000), false)).toMatchObject({ checked: 1, broken: null });
  });
});

describe('the file outside', () => {
  test('goes on after a restart and after half a line, and may hold lines twice', async () => {
    await write(1, 3);
    await log()(database.reader);
    await write(4, 5);
    const whole = canonical(await stored(4));
    appendFileSync(file, whole.slice(0, 40));
    const again = log();
    await again(database.reader);
    await again(database.reader);
    await write(6, 6);
    await again(database.reader);
    expect(await verify()).toMatchObject({ checked: 6, lines: 6, broken: null });
    appendFileSync(file, `${canonical(await stored(2))}\n`);
    expect(await verify()).toMatchObject({ lines: 7, broken: null });
    expect(disagreements).toBe(0);
  });

  test('holds half a line that nobody has written again', async () => {
    await write(1, 2);
    await log()(database.reader);
    appendFileSync(file, '{"seq":3,"at"\n{"seq":\n');
    expect((await verify()).broken).toMatchObject({ fault: 'log' });
  });
});

describe('what is old goes', () => {
  const later = new Date(AT.getTime() + 10 * DAY_MS);
  const forget = (before: Date, limit = 100) => database.transaction((tx) => forgetEntries(tx, before, limit));

  test('from the front, in batches, and the rest still fits', async () => {
    await write(1, 9);
    await log()(database.reader);
    const before = new Date(AT.getTime() + 6000);
    expect([await forget(before, 3), await forget(before, 3), await forget(before, 3)]).toEqual([3, 2, 0]);
    expect(await verify(before)).toMatchObject({ checked: 4, first: { seq: 6 }, lines: 9, broken: null });
    await write(10, 11);
    await log()(database.reader);
    expect(await verify(before)).toMatchObject({ checked: 6, broken: null });
    // All of it, and what comes follows what was there.
    expect(await forget(later)).toBe(6);
    await write(12, 12);
    expect(await verify(later)).toMatchObject({ checked: 1, first: { seq: 12 }, broken: null });
  });

  test('and nothing that is young: somebody else has deleted it then', async () => {
    await write(1, 9);
    await log()(database.reader);
    await forget(new Date(AT.getTime() + 6000));
    expect((await verify(AT)).broken).toEqual({ seq: 5, fault: 'missing' });
    // Also when the note of where the chain begins lies about the time.
    const { settings } = database.reader.tables;
    await database.transaction(async (tx) => {
      const [row] = await tx.select().from(settings).where(eq(settings.key, 'audit.start'));
      const value = { ...(row?.value as object), at: '2020-01-01T00:00:00.000Z' };
      await tx.update(settings).set({ value }).where(eq(settings.key, 'audit.start'));
    });
    expect((await verify(AT)).broken).toMatchObject({ fault: 'missing' });
  });
});
