import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingChange } from '../connectors/connector.ts';
import { connectors } from '../connectors/registry.ts';
import { addSetting } from '../storage/settings.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts';
import { answerThread } from './answer-thread.ts';
import { assignThread } from './claim-threads.ts';
import { saveDraft } from './keep-drafts.ts';
import { addPromise } from './keep-promises.ts';
import { receiveComments } from './receive-comments.ts';
import { removeDemo } from './remove-demo.ts';
import { addReportSchedule, SEND_REPORT } from './schedule-reports.ts';
import { seedDemo } from './seed-demo.ts';
import { addNote } from './write-notes.ts';

const SLOW = 60_000;

async function contents({ database: { reader } }: TestHouse): Promise<Record<string, string[]>> {
  const entries = await Promise.all(
    Object.entries(reader.tables).map(async ([name, table]) => {
      const rows: unknown[] = await reader.select().from(table);
      return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const says = (externalId: string, name: string): IncomingChange => ({
  kind: 'comment',
  comment: {
    externalId,
    parentExternalId: null,
    post: { externalId: 'dachterrasse', title: 'Ein echter Beitrag', url: null },
    author: { externalId: name, name, handle: null, url: null, own: false },
    body: 'Das Zimmer war kalt.',
    postedAt: new Date('2026-03-05T12:00:00Z'),
    visibility: 'public',
    url: null,
    likes: null,
    version: null,
  },
});

/** A real house with rows in every table that people's work reaches; names are taken from the demo on purpose. */
async function livedIn(): Promise<{ house: TestHouse; channelId: string; adminId: string; threadId: string }> {
  const house = await openWorkingHouse({ connectors });
  const channelId = await addTestChannel(house);
  const adminId = await addTestPerson(house, 'admin');
  await addTestPerson(house, 'agent', [channelId]);
  const name = { name: 'Haus am Markt', timeZone: 'Europe/Vienna', locale: 'de' } as const;
  await house.database.transaction((tx) => addSetting(tx, 'house', name));
  const changes = [says('demo-1', 'Sabine Keller'), says('demo-2', 'Hartmut Lenz')];
  await receiveComments(house, { id: channelId, language: null }, changes, { history: false });
  const { comments } = house.database.reader.tables;
  const [comment] = await house.database.reader.select().from(comments);
  const admin = { personId: adminId, role: 'admin', channels: 'all' } as const;
  const threadId = comment?.threadId ?? '';
  await addNote(house, admin, threadId, { body: 'Eine echte Notiz.' });
  const answer = { commentId: comment?.id ?? '', body: 'Danke.', idempotencyKey: 'a-real-one', resolve: false };
  await answerThread(house, admin, threadId, answer);
  return { house, channelId, adminId, threadId };
}

interface Traces {
  readonly demoThread: { readonly id: string; readonly channelId: string } | undefined;
  readonly realThreadId: string;
  readonly personId: string;
}

/** What seeding leaves out: what people do with each other's threads, and what browsers and platforms bring. */
async function leaveTraces({ database, newId, clock }: TestHouse, { demoThread, realThreadId, personId }: Traces) {
  if (!demoThread) throw new Error('the demo has threads');
  const { id: threadId, channelId } = demoThread;
  const at = clock.now();
  const where = { threadId, channelId };
  await database.transaction(async (tx) => {
    const t = tx.tables;
    const [known] = await tx.select().from(t.comments).where(eq(t.comments.threadId, threadId));
    const commentId = known?.id ?? '';
    await tx.insert(t.partings).values([
      { id: newId(), threadId, otherThreadId: 'another', personId, at },
      { id: newId(), threadId: realThreadId, otherThreadId: 'another', personId, at },
    ]);
    const asked = { verdict: 'hold', reason: 'spam', requestedBy: personId, requestedAt: at } as const;
    await tx.insert(t.moderations).values({ id: newId(), commentId, ...where, ...asked });
    const link = { purpose: 'write', commentId, guestName: 'Herr Moser', invitedBy: personId } as const;
    await tx
      .insert(t.guestLinks)
      .values({ id: newId(), tokenHash: 'h', ...where, ...link, createdAt: at, expiresAt: at });
    await tx.insert(t.reads).values({ id: newId(), personId, threadId: realThreadId, readAt: at });
    const text = { kind: 'answer', body: 'Guten Tag', savedAt: at } as const;
    await tx.insert(t.draftVersions).values({ id: newId(), threadId, personId, ...text });
    const seen = { personId, level: 'sees', since: at, leaseUntil: at } as const;
    await tx.insert(t.presences).values({ id: newId(), ...where, ...seen });
    const session = { id: newId(), personId, csrfToken: 'c', createdAt: at, lastSeenAt: at, expiresAt: at };
    await tx.insert(t.sessions).values(session);
    const device = { endpointHash: 'e', sealed: 's', label: 'Firefox', createdAt: at };
    await tx.insert(t.pushDevices).values({ id: newId(), personId, sessionId: session.id, ...device });
    const guest = { name: 'Nora', email: 'nora@sonnenblick.example', role: 'agent' as const, channelIds: [channelId] };
    const invited = { invitedBy: personId, createdAt: at, expiresAt: at };
    await tx.insert(t.invitations).values({ id: newId(), tokenHash: 'i', ...guest, ...invited });
    await tx.insert(t.calibrations).values({ id: newId(), channelId, openedBy: personId, openedAt: at });
    await tx.insert(t.tombstones).values({ id: newId(), channelId, externalId: 'gone', version: 1, removedAt: at });
    await tx.update(t.threads).set({ snoozedBy: personId, snoozedUntil: at }).where(eq(t.threads.id, realThreadId));
  });
}

describe('removing the demo from a house that is lived in', () => {
  let lived: Awaited<ReturnType<typeof livedIn>>;
  beforeEach(async () => {
    lived = await livedIn();
  });
  afterEach(() => lived.house.database.close());

  test('deletes every row that came with it, counted, and nothing else', { timeout: SLOW }, async () => {
    const { house } = lived;
    const before = await contents(house);
    await seedDemo(house);
    const during = await contents(house);
    const removed = await removeDemo(house);
    const { events, ...after } = await contents(house);
    const { events: eventsBefore = [], ...rest } = before;
    expect(after).toEqual(rest);
    // One fact is new: that the house has changed.
    expect(events?.filter((row) => eventsBefore.includes(row))).toHaveLength(eventsBefore.length);
    expect(events).toHaveLength(eventsBefore.length + 1);
    const added = Object.entries(during).map(([name, rows]) => [name, rows.length - (before[name]?.length ?? 0)]);
    for (const [name, count] of added.filter(([, n]) => n !== 0))
      expect({ [String(name)]: removed[String(name)] }).toEqual({ [String(name)]: count });
    expect(removed.threads).toBeGreaterThan(500);
  });

  test('leaves no row in any table that knows the demo, whatever its people have done', { timeout: SLOW }, async () => {
    const { house, threadId } = lived;
    await seedDemo(house);
    const { reader } = house.database;
    const { people, channels, threads, replies } = reader.tables;
    const staff = (await reader.select().from(people)).filter((one) => one.demo);
    const open = (await reader.select().from(channels)).filter((one) => one.demo);
    const theirs = (await reader.select().from(threads)).filter((one) => open.some(({ id }) => id === one.channelId));
    await leaveTraces(house, { demoThread: theirs[0], realThreadId: threadId, personId: staff[0]?.id ?? '' });
    const before = await contents(house);
    // Those who follow the record have not run, and nobody has tried to sign in, was written to, wants reports or looked at figures.
    const followed = [
      ...['auditEntries', 'followers', 'incidentChannels', 'incidentThreads', 'incidents'],
      ...['setAsideFacts', 'voices'],
    ];
    const empty = Object.keys(before).filter((table) => before[table]?.length === 0);
    expect(empty.sort()).toEqual([...followed, 'figureLog', 'mails', 'reportSchedules', 'throttles'].sort());
    await removeDemo(house);
    const ids = [...staff, ...open, ...theirs].map(({ id }) => id);
    const left = Object.entries(await contents(house)).flatMap(([table, rows]) =>
      rows.filter((row) => ids.some((id) => row.includes(id))).map((row) => `${table}: ${row}`),
    );
    expect(left).toEqual([]);
    expect(await reader.select().from(replies)).toHaveLength(1);
  });

  test('takes along what the fictional team did to real threads', { timeout: SLOW }, async () => {
    const { house, threadId } = lived;
    await seedDemo(house);
    const { people, threads, notes, drafts } = house.database.reader.tables;
    const [eva] = (await house.database.reader.select().from(people)).filter((p) => p.demo && p.role === 'admin');
    const actor = { personId: eva?.id ?? '', role: 'admin', channels: 'all' } as const;
    await addNote(house, actor, threadId, {
      body: 'Eine Notiz, die niemand geschrieben hat.',
      mentions: [lived.adminId],
    });
    const dueAt = new Date(house.clock.now().getTime() + 3_600_000);
    await addPromise(house, actor, threadId, { words: 'Gleich.', dueAt: dueAt.toISOString() });
    const draft = { commentId: null, shared: true, said: 1, idempotencyKey: 'nobody-writes', snippetId: null, base: 0 };
    await saveDraft(house, actor, threadId, 'note', { ...draft, body: 'Eine', keep: false });
    await assignThread(house, actor, threadId, { assigneeId: actor.personId });
    await removeDemo(house);
    expect((await house.database.reader.select().from(notes)).map((note) => note.body)).toEqual(['Eine echte Notiz.']);
    const { mentions, promises } = house.database.reader.tables;
    expect(await house.database.reader.select().from(mentions)).toEqual([]);
    expect(await house.database.reader.select().from(promises)).toEqual([]);
    const dueKinds = (await house.database.reader.select().from(threads)).map((thread) => thread.dueKind);
    expect(dueKinds).not.toContain('promise');
    expect(await house.database.reader.select().from(drafts)).toEqual([]);
    expect((await house.database.reader.select().from(threads)).map((thread) => thread.assigneeId)).toEqual([
      null,
      null,
    ]);
  });

  test('takes along reports about its team and its channels, and hands over those of its people about real ones', {
    timeout: SLOW,
  }, async () => {
    const { house, channelId, adminId } = lived;
    await seedDemo(house);
    const { reader } = house.database;
    const { channels, people, teams, reportSchedules, jobs, events } = reader.tables;
    const [team] = await reader.select().from(teams);
    const [open] = await reader.select().from(channels).where(eq(channels.demo, true));
    const [eva] = (await reader.select().from(people)).filter((one) => one.demo && one.role === 'admin');
    const schedule = (name: string, by: string, scope: { team?: string; channel?: string }) => {
      const actor = { personId: by, role: 'admin', channels: 'all' } as const;
      const to = [{ personId: adminId, language: 'de' as const }];
      const body = { name, cadence: 'weekly', grain: 'day', by: 'channel', evenEmpty: false } as const;
      return addReportSchedule(house, actor, { ...body, ...scope, recipients: to });
    };
    await schedule('Team', adminId, { team: team?.id ?? '' });
    await schedule('Kanal', adminId, { channel: open?.id ?? '' });
    const evas = await schedule('Evas', eva?.id ?? '', { channel: channelId });
    const own = await schedule('Eigener', adminId, { channel: channelId });
    const removed = await removeDemo(house, adminId);
    expect(removed.reportSchedules).toBe(2);
    const left = await reader.select().from(reportSchedules);
    expect(left.map(({ name, createdBy }) => [name, createdBy]).sort()).toEqual([
      ['Eigener', adminId],
      ['Evas', adminId],
    ]);
    const planned = (await reader.select().from(jobs)).filter(({ kind }) => kind === SEND_REPORT);
    expect(planned.map(({ payload }) => payload.scheduleId).sort()).toEqual([evas.id, own.id].sort());
    const facts = (await reader.select().from(events)).filter(({ kind }) => kind === 'report.scheduled');
    const told = facts.map(({ personId, payload }) => `${payload?.name} ${payload?.what} ${personId === adminId}`);
    expect(told.slice(-3).sort()).toEqual(['Evas set true', 'Kanal removed true', 'Team removed true']);
    expect(JSON.stringify(facts.slice(-3))).not.toContain(open?.id);
  });

  test('is refused where there is none', async () => {
    await expect(removeDemo(lived.house)).rejects.toMatchObject({ code: 'demo.not_running', status: 404 });
  });
});

describe('removing the demo from a house of its own', () => {
  test('leaves an empty house that waits for its set-up', { timeout: SLOW }, async () => {
    const classify = (await openAndClose()).classify;
    const house = await openTestHouse({ demo: true, classify });
    await seedDemo(house);
    await removeDemo(house);
    const { events = [], ...rest } = await contents(house);
    expect(Object.values(rest).flat()).toEqual([]);
    expect(events).toHaveLength(1);
    await house.database.close();
  });

  test('keeps its name and makes promises again when somebody was invited into it', { timeout: SLOW }, async () => {
    const classify = (await openAndClose()).classify;
    const house = await openTestHouse({ demo: true, classify });
    await seedDemo(house);
    await addTestPerson(house, 'admin');
    await removeDemo(house);
    const { settings, people, slaPolicies, calendars, ...rest } = await contents(house);
    expect(settings).toHaveLength(1);
    expect(people).toHaveLength(1);
    expect(slaPolicies?.length).toBeGreaterThan(0);
    expect(calendars).toHaveLength(1);
    expect(rest.threads).toEqual([]);
    await house.database.close();
  });
});

/** Only for the classifier of two moods. */
async function openAndClose(): Promise<TestHouse> {
  const house = await openWorkingHouse();
  await house.database.close();
  return house;
}
