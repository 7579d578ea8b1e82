import { expect, test } from 'vitest';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { followers } from './join.queries.ts';
import { joinedColumns } from './join.ts';
import type { ThreadRecord } from './threads.queries.ts';

const thread = (more: Partial<ThreadRecord>) =>
  ({
    assigneeId: null,
    claim: 0,
    status: 'open',
    resolvedReason: null,
    resolvedBy: null,
    resolvedAt: null,
    tags: [],
    snoozedUntil: null,
    snoozedBy: null,
    promiseDueAt: null,
    said: 1,
    ...more,
  }) as ThreadRecord;
const at = (day: number) => new Date(Date.UTC(2026, 2, day));

test('somebody in charge stays in charge; nobody is replaced by whom a part had', () => {
  expect(joinedColumns(thread({ assigneeId: 'a', claim: 3 }), [thread({ assigneeId: 'b' })])).toMatchObject({
    assigneeId: 'a',
    claim: 3,
  });
  expect(joinedColumns(thread({ claim: 3 }), [thread({}), thread({ assigneeId: 'b' })])).toMatchObject({
    assigneeId: 'b',
    claim: 4,
  });
});

test('the liveliest part decides where the whole stands', () => {
  const done = thread({ status: 'resolved', resolvedReason: 'praise', resolvedBy: 'a', resolvedAt: at(1) });
  expect(joinedColumns(done, [thread({ status: 'waiting' })])).toMatchObject({ status: 'waiting', resolvedAt: null });
  expect(joinedColumns(thread({ status: 'waiting' }), [thread({}), done])).toMatchObject({ status: 'open' });
  expect(joinedColumns(done, [thread({ status: 'resolved' })])).toMatchObject({ resolvedReason: 'praise' });
});

test('it sleeps only when all slept, until the first of them wakes', () => {
  const sleeps = (day: number) => thread({ snoozedUntil: at(day), snoozedBy: `p${day}` });
  expect(joinedColumns(sleeps(5), [sleeps(4)])).toMatchObject({ snoozedUntil: at(4), snoozedBy: 'p4' });
  expect(joinedColumns(sleeps(5), [thread({})])).toMatchObject({ snoozedUntil: null, snoozedBy: null });
});

test('tags and the first promise are kept, and whoever was writing has to read again', () => {
  expect(
    joinedColumns(thread({ tags: ['Lüftung'], promiseDueAt: at(9), said: 4 }), [
      thread({ tags: ['Bad', 'Lüftung'], promiseDueAt: at(8), said: 2 }),
    ]),
  ).toMatchObject({ tags: ['Bad', 'Lüftung'], promiseDueAt: at(8), said: 5 });
});

test('every table that names a thread has a rule for what happens to it', async () => {
  const database = await openTestDatabase();
  const withRules = [...followers, 'clocks', 'drafts', 'threadTags', 'reads', 'partings', 'incidentThreads'];
  // What was told stays as it was told; who follows it is led on to the thread that is left.
  const records = ['events', 'auditEntries', 'notificationItems'];
  const naming = Object.entries(database.reader.tables).filter(([, table]) => 'threadId' in table);
  expect(naming.map(([name]) => name).toSorted()).toEqual([...withRules, ...records].toSorted());
  await database.close();
});
