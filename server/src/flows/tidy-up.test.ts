import { afterEach, beforeEach, expect, test } from 'vitest';
import { record } from '../events/record.ts';
import { runDue } from '../jobs/worker.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { missedFacts } from './tell-facts.ts';
import { planTidyUp, TIDY_UP, tidyUp } from './tidy-up.ts';

const DAY_MS = 24 * 3_600_000;
let house: TestHouse;
beforeEach(async () => {
  house = await openWorkingHouse();
});
afterEach(() => house.database.close());

const run = () => runDue(house, { [TIDY_UP]: tidyUp(house) });
const rowsOf = (table: 'events' | 'sessions' | 'invitations' | 'guestLinks' | 'throttles') =>
  house.database.reader.select().from(house.database.reader.tables[table]);
const tell = (count: number) =>
  house.database.transaction((tx) =>
    record(
      tx,
      house.clock.now(),
      Array.from({ length: count }, () => ({ kind: 'house.changed' as const })),
    ),
  );

test('old facts go, however many there are; whoever missed them is told to look again', async () => {
  const channelId = await addTestChannel(house);
  const actor = { personId: await addTestPerson(house, 'agent', [channelId]), role: 'agent' as const, channels: [] };
  await tell(4100);
  house.clock.forward(401 * DAY_MS);
  await tell(2);
  await planTidyUp(house);
  expect(await run()).toBe(0);
  house.clock.forward(60_000);
  await run();
  const left = (await rowsOf('events')).map((row) => Number('seq' in row ? row.seq : 0)).toSorted((a, b) => a - b);
  expect(left).toEqual([4101, 4102]);
  expect(await missedFacts(house, actor, 4000)).toMatchObject({ reset: true, facts: [], seq: 4102 });
  expect(await missedFacts(house, actor, 4100)).toMatchObject({ reset: false, seq: 4102 });
});

test('sessions, throttles, invitations and unused links that are over go, others stay', async () => {
  const personId = await addTestPerson(house, 'agent');
  const now = house.clock.now();
  const [yesterday, tomorrow] = [new Date(now.getTime() - DAY_MS), new Date(now.getTime() + DAY_MS)];
  await house.database.transaction(async (tx) => {
    const { sessions, throttles, invitations, guestLinks } = tx.tables;
    const session = { personId, csrfToken: 'x', createdAt: now, lastSeenAt: now };
    const invitation = {
      name: 'Karl',
      email: 'k@x.example',
      role: 'agent' as const,
      channelIds: [],
      invitedBy: personId,
    };
    await tx.insert(sessions).values([
      { ...session, id: 'over', expiresAt: yesterday },
      { ...session, id: 'open', expiresAt: tomorrow },
    ]);
    await tx.insert(throttles).values([
      { key: 'over', hits: 1, resetAt: yesterday },
      { key: 'open', hits: 1, resetAt: tomorrow },
    ]);
    await tx.insert(invitations).values([
      { ...invitation, id: 'over', tokenHash: 'a', createdAt: now, expiresAt: new Date(now.getTime() - 31 * DAY_MS) },
      { ...invitation, id: 'open', tokenHash: 'b', createdAt: now, expiresAt: yesterday },
    ]);
    const link = {
      ...{ threadId: 't', channelId: 'c', commentId: 'x', guestName: 'Dr. Huber', invitedBy: personId, createdAt: now },
      purpose: 'write' as const,
    };
    await tx.insert(guestLinks).values([
      { ...link, id: 'over', tokenHash: 'a', expiresAt: new Date(now.getTime() - 31 * DAY_MS) },
      { ...link, id: 'open', tokenHash: 'b', expiresAt: yesterday },
    ]);
  });
  await planTidyUp(house);
  house.clock.forward(60_000);
  await run();
  for (const table of ['sessions', 'throttles', 'invitations', 'guestLinks'] as const) {
    expect((await rowsOf(table)).map((row) => ('id' in row ? row.id : 'key' in row ? row.key : ''))).toEqual(['open']);
  }
});

test('comes round every day, and a start only moves it', async () => {
  await planTidyUp(house);
  house.clock.forward(60_000);
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  house.clock.forward(DAY_MS);
  expect(await run()).toBe(1);
  await planTidyUp(house);
  expect(await house.database.reader.select().from(house.database.reader.tables.jobs)).toHaveLength(1);
});

test('earlier texts of drafts are kept for 30 days', async () => {
  const savedAt = house.clock.now();
  const version = { threadId: 't', personId: 'p', kind: 'answer' as const, body: 'Guten Tag' };
  await house.database.transaction((tx) =>
    tx.insert(tx.tables.draftVersions).values([
      { ...version, id: 'old', savedAt },
      { ...version, id: 'new', savedAt: new Date(savedAt.getTime() + DAY_MS) },
    ]),
  );
  await planTidyUp(house);
  house.clock.forward(30 * DAY_MS + 60_000);
  await run();
  const { reader } = house.database;
  const left = await reader.select().from(reader.tables.draftVersions);
  expect(left.map((row) => row.id)).toEqual(['new']);
});

test('of who was where nothing is kept, also when a house ended without a word', async () => {
  const now = house.clock.now();
  const presence = { threadId: 't', channelId: 'c', personId: 'p', level: 'sees' as const, since: now };
  await house.database.transaction((tx) =>
    tx.insert(tx.tables.presences).values([
      { ...presence, id: 'gone', leaseUntil: now },
      { ...presence, id: 'here', leaseUntil: new Date(now.getTime() + DAY_MS) },
    ]),
  );
  await planTidyUp(house);
  house.clock.forward(60_000);
  await run();
  const { reader } = house.database;
  expect((await reader.select().from(reader.tables.presences)).map((row) => row.id)).toEqual(['here']);
});
