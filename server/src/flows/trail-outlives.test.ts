// Whoever it is about may be erased: the trail stays whole, finds them again by their marks, and never names them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readLog } from '../audit/log-file.ts';
import { verifyTrail } from '../audit/verify.ts';
import { vaultWith } from '../channels/vault.ts';
import { connectors } from '../connectors/registry.ts';
import { newestSeq } from '../events/events.queries.ts';
import { setAside } from '../events/followers.queries.ts';
import { record } from '../events/record.ts';
import { addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { claimThread } from './claim-threads.ts';
import { readHouseState } from './house-state.ts';
import { keepAuditTrail } from './keep-audit-trail.ts';
import { moderateComment } from './moderate-comments.ts';
import { readAudit, type WantedAudit } from './read-audit.ts';
import { removeDemo } from './remove-demo.ts';
import { openStage, type Stage } from './replies.suite.ts';
import { seedDemo } from './seed-demo.ts';
import { addNote } from './write-notes.ts';

const vault = vaultWith(Buffer.alloc(32, 7));
let folder: string;
let house: TestHouse;
let admin: Actor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-outlives-'));
});
afterEach(async () => {
  await house.database.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'audit.log');
/** Until everything that has happened is in the trail and in its file. */
async function keep(): Promise<void> {
  const trail = await keepAuditTrail(house, file());
  await vi.waitFor(
    async () => {
      const [stand] = await house.database.reader.select().from(house.database.reader.tables.followers);
      expect(stand?.seq).toBe(await newestSeq(house.database.reader));
    },
    { timeout: 10_000 },
  );
  await trail.stop();
}
const verify = () =>
  verifyTrail(house.database.reader, { lines: readLog(file()), sign: vault.sign, keptFrom: new Date(0) });
const find = async (wanted: WantedAudit) => (await readAudit(house, admin, wanted)).entries;
const kindsOf = async (wanted: WantedAudit) => (await find(wanted)).map(({ kind }) => kind);
/** The whole trail as it lies in the database and in its file. */
const everything = async () =>
  JSON.stringify(await house.database.reader.select().from(house.database.reader.tables.auditEntries)) +
  readFileSync(file(), 'utf8');

describe('a critic is erased', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ vault });
    house = stage.house;
    stage.script.can = { ...stage.script.can, acts: ['hide', 'unhide'] };
    stage.script.act = async () => ({ likes: null });
    admin = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' };
    const remark = 'Beleidigt Frau Huber.';
    await claimThread(house, stage.actor, stage.threadId, undefined);
    await addNote(house, stage.actor, stage.threadId, { body: 'Gast ist schwierig.' });
    await moderateComment(house, stage.actor, stage.commentId, { verdict: 'hide', reason: 'insult', remark });
    await keep();
  });

  /** Every row that holds what they are called or have written, or what was written about them. */
  const erase = () =>
    house.database.transaction(async (tx) => {
      const { authors, comments, posts, notes, threads, moderations, events } = tx.tables;
      for (const table of [comments, threads, authors, posts, notes, moderations, events]) await tx.delete(table);
    });

  test('with the texts: the chain is whole, inside and outside, and entries that follow fit', async () => {
    const before = await verify();
    await erase();
    expect(await verify()).toEqual(before);
    expect(before).toMatchObject({ broken: null, checked: before.lines });
    await stage.say('c2');
    await keep();
    expect(await verify()).toMatchObject({ broken: null, checked: before.checked + 1, lines: before.lines + 1 });
  });

  test('and is found again by the id of the account, by the thread, and by who dealt with it', async () => {
    const sought = [{ account: 'Gast' }, { threadId: stage.threadId }, { personId: stage.actor.personId }];
    const before = await Promise.all(sought.map(kindsOf));
    expect(before).toEqual([
      ['comment.received'],
      expect.arrayContaining(['comment.received', 'thread.assigned', 'note.added', 'comment.moderated']),
      ['comment.moderated', 'note.added', 'thread.assigned'],
    ]);
    await erase();
    expect(await Promise.all(sought.map(kindsOf))).toEqual(before);
    expect(await find({ account: 'somebody else' })).toEqual([]);
  });

  test('and nothing that is left says who it was, or what was said', async () => {
    await erase();
    expect(await everything()).not.toMatch(/Gast|Frühstück|schwierig|Huber|Zimmer/);
    // Who has a text can still prove that it was this one.
    const [received] = await find({ account: 'Gast' });
    expect(received?.after).toMatchObject({ text: vault.mark('Das Frühstück war kalt.') });
    expect(received?.after).not.toMatchObject({ text: vaultWith(Buffer.alloc(32, 8)).mark('Das Frühstück war kalt.') });
  });

  test('and so is a colleague: what they did stays, under their id', async () => {
    const before = await verify();
    await house.database.transaction(async (tx) => {
      const { people, memberships } = tx.tables;
      await tx.delete(memberships).where(eq(memberships.personId, stage.actor.personId));
      await tx.delete(people).where(eq(people.id, stage.actor.personId));
    });
    expect(await verify()).toEqual(before);
    expect(await kindsOf({ personId: stage.actor.personId })).toHaveLength(3);
    expect(await everything()).not.toContain('Anna');
  });
});

describe('the demo moves out', () => {
  let behind: { threadId: string; seq: number };
  /** The trail has everything but the last note in the demo, and then something in the real house. */
  beforeEach(async () => {
    house = await openWorkingHouse({ connectors, vault });
    admin = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' };
    await seedDemo(house);
    await keep();
    const { reader } = house.database;
    const { threads } = reader.tables;
    const [thread] = await reader.select().from(threads).limit(1);
    const threadId = thread?.id ?? '';
    await addNote(house, admin, threadId, { body: 'Zuletzt.' });
    behind = { threadId, seq: await newestSeq(reader) };
  });
  const stand = (set: { seq?: number; failing?: number | null }, name = 'audit') =>
    house.database.transaction((tx) =>
      tx
        .insert(tx.tables.followers)
        .values({ name, seq: 0, ...set })
        .onConflictDoUpdate({ target: tx.tables.followers.name, set }),
    );

  test('and what the trail had not heard of yet is in it', { timeout: 60_000 }, async () => {
    await removeDemo(house, admin.personId);
    expect((await find({ threadId: behind.threadId, kind: 'note.added' }))[0]).toMatchObject({
      actor: { id: admin.personId },
    });
    await keep();
    expect((await verify()).broken).toBeNull();
  });

  test('not while the trail stands still before it, or is far behind', { timeout: 60_000 }, async () => {
    const refused = { code: 'demo.trail_behind', status: 409 };
    await stand({ failing: behind.seq });
    await expect(removeDemo(house)).rejects.toMatchObject(refused);
    await stand({ seq: 0, failing: null });
    await expect(removeDemo(house)).rejects.toMatchObject(refused);
    // What it fails on now is not the demo's.
    await stand({ seq: behind.seq, failing: behind.seq + 1 });
    expect((await removeDemo(house)).threads).toBeGreaterThan(0);
  });

  test('and takes along what others had failed on', { timeout: 60_000 }, async () => {
    const at = house.clock.now();
    await stand({ failing: behind.seq }, 'notifications');
    await house.database.transaction(async (tx) => {
      await record(tx, at, [{ kind: 'house.changed', personId: admin.personId }]);
      const real = behind.seq + 1;
      for (const seq of [behind.seq, real]) await setAside(tx, { follower: 'radar', seq, error: 'no', at });
    });
    await stand({ failing: behind.seq + 1 }, 'radar');
    await removeDemo(house);
    const state = await readHouseState(house);
    expect(state.setAside).toMatchObject([{ seq: behind.seq + 1 }]);
    const { followers } = house.database.reader.tables;
    const failing = await house.database.reader.select().from(followers).orderBy(followers.name);
    expect(failing.map((one) => [one.name, one.failing])).toEqual([
      ['audit', null],
      ['notifications', null],
      ['radar', behind.seq + 1],
    ]);
  });
});

test('the demo moves out, with its channels: what happened in it stays in the trail', { timeout: 60_000 }, async () => {
  house = await openWorkingHouse({ connectors, vault });
  admin = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' };
  await seedDemo(house);
  await keep();
  const { reader } = house.database;
  const { auditEntries, authors } = reader.tables;
  const subjects = new Set((await reader.select().from(auditEntries)).map(({ subject }) => subject));
  const account =
    (await reader.select().from(authors)).find(({ channelId, externalId }) =>
      subjects.has(vault.mark(`${channelId} ${externalId}`)),
    )?.externalId ?? '';
  const before = await verify();
  const found = await kindsOf({ account });
  expect(found).toContain('comment.received');
  await removeDemo(house, admin.personId);
  expect(await verify()).toEqual(before);
  expect(await kindsOf({ account })).toEqual(found);
  await keep();
  // The removal, and that somebody has looked.
  expect(await verify()).toMatchObject({ broken: null, checked: before.checked + 2, lines: before.lines + 2 });
  expect((await find({ kind: 'house.changed' }))[0]).toMatchObject({ details: { what: 'demo' } });
});
