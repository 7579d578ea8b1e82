import { unknownVariables } from '@stammgast/shared/domain/snippet';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClassifier } from '../classify/classify.ts';
import { demoPerson } from '../team/people.queries.ts';
import { addTestPerson } from '../testing/cast.ts';
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts';
import { countSavedViews, listViews } from './keep-views.ts';
import { listSnippets } from './manage-snippets.ts';
import { capabilitiesOf } from './open-channel.ts';
import { listMyReviews, readReviewFigures } from './read-quality.ts';
import { readReviewState } from './read-review.ts';
import { countViews, readContext, readThread } from './read-threads.ts';
import { ensureDemo, isDemoHouse } from './seed-demo.ts';
import { listExamples } from './show-examples.ts';
import { listTags } from './tag-threads.ts';
import { addNote } from './write-notes.ts';

const SLOW = 60_000;
let classify: TestHouse['classify'];
beforeAll(() => {
  classify = createClassifier().classify;
});
const open: TestHouse[] = [];
afterEach(async () => {
  for (const house of open.splice(0)) await house.database.close();
});
async function demoHouse(parts: Partial<Pick<TestHouse, 'demo' | 'classify'>> = {}): Promise<TestHouse> {
  const house = await openTestHouse({ demo: true, classify, ...parts });
  open.push(house);
  return house;
}

/** Everything but the numbers that jobs give themselves. */
async function contents({ database: { reader } }: TestHouse) {
  const entries = await Promise.all(
    Object.entries(reader.tables).map(async ([name, table]) => {
      const rows: unknown[] = await reader.select().from(table);
      const told = rows.map((row) => JSON.stringify(name === 'jobs' ? { ...(row as object), id: null } : row));
      return [name, told.sort()] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const actorOf = async ({ database: { reader } }: TestHouse, role: 'agent' | 'lead' | 'supervisor' | 'admin') => {
  const person = await demoPerson(reader, role);
  const { memberships } = reader.tables;
  const rows = await reader.select().from(memberships);
  const own = rows.filter((row) => row.personId === person?.id).map((row) => row.channelId);
  return { name: person?.name, personId: person?.id ?? '', role, channels: role === 'admin' ? ('all' as const) : own };
};

describe('the first demo start', () => {
  test('gives the same house every time', { timeout: SLOW }, async () => {
    const [one, other] = [await demoHouse(), await demoHouse()];
    await ensureDemo(one);
    await ensureDemo(other);
    expect(await contents(other)).toEqual(await contents(one));
  });

  test('leaves threads in all states, ninety days of answers, and promises that run', { timeout: SLOW }, async () => {
    const house = await demoHouse();
    const started = performance.now();
    await ensureDemo(house);
    // About a second on two free cores; much longer is a mistake, not a busy machine.
    expect(performance.now() - started).toBeLessThan(30_000);
    const { reader } = house.database;
    const { threads, comments, channels, clocks, replies, jobs } = reader.tables;
    const lea = await actorOf(house, 'agent');
    expect(lea.name).toBe('Lea Winter');
    const counts = (await countViews(house, lea)).views;
    expect(counts).toMatchObject({ open: 45, waiting: 7, snoozed: 1, overdue: 4, attention: 2, mentioned: 1 });
    expect(counts.mine).toBeGreaterThan(3);
    expect(counts.unassigned).toBeGreaterThan(10);

    const now = house.clock.now();
    const rows = await reader.select().from(threads);
    const soon = rows.filter(
      (row) => row.status === 'open' && row.soonAt && row.soonAt <= now && row.dueAt && row.dueAt > now,
    );
    expect(soon.length).toBeGreaterThanOrEqual(6);
    expect(soon.length).toBeLessThanOrEqual(9);
    expect(rows.filter((row) => row.openedAt.getTime() > now.getTime() - 30 * 3_600_000)).toHaveLength(60);
    expect(rows.length).toBeGreaterThan(500);
    expect(new Set(rows.map((row) => row.sentiment))).toEqual(
      new Set(['negative', 'mixed', 'neutral', 'positive', 'unsure']),
    );
    const oldest = Math.min(...rows.map((row) => row.openedAt.getTime()));
    expect((now.getTime() - oldest) / 86_400_000).toBeGreaterThan(86);

    const said = await reader.select().from(comments);
    expect(said.filter((c) => c.visibility === 'held')).toHaveLength(1);
    expect(said.filter((c) => c.editedAt)).toHaveLength(1);
    expect(said.filter((c) => c.removedAt)).toHaveLength(1);
    expect(new Set(said.map((c) => c.language))).toEqual(new Set(['de', 'en']));
    const states = (await reader.select().from(replies)).map((reply) => reply.state);
    expect(states.filter((state) => state !== 'published').sort()).toEqual([
      'awaiting-approval',
      'failed',
      'unconfirmed',
    ]);
    const connected = await reader.select().from(channels);
    expect(connected).toHaveLength(7);
    // No answer that the demo shows is longer than its channel takes.
    const sent = await reader.select().from(replies);
    const most = new Map(connected.map((one) => [one.id, capabilitiesOf(house, one).maxReplyLength ?? 8000]));
    expect(sent.filter((reply) => reply.body.length > (most.get(reply.channelId) ?? 0))).toEqual([]);
    expect(new Set(connected.map((one) => JSON.stringify(capabilitiesOf(house, one)))).size).toBe(7);
    const firsts = (await reader.select().from(clocks)).filter((clock) => clock.kind === 'first' && clock.metAt);
    const late = firsts.filter((clock) => clock.breachedAt).length / firsts.length;
    expect(late).toBeGreaterThan(0.02);
    expect(late).toBeLessThan(0.15);
    // Nothing is left for the watcher and the worker: the demo starts quietly.
    expect((await reader.select().from(clocks)).filter((clock) => clock.nextFactAt && clock.nextFactAt <= now)).toEqual(
      [],
    );
    const planned = await reader.select().from(jobs);
    expect(planned.map((job) => job.kind).sort()).toEqual(['remind-of-promise', 'wake-threads']);
    for (const { runAt } of planned) expect(runAt.getTime()).toBeGreaterThan(now.getTime());
  });

  test('shows how a team works together', { timeout: SLOW }, async () => {
    const house = await demoHouse();
    await ensureDemo(house);
    const [lea, clara] = [await actorOf(house, 'agent'), await actorOf(house, 'lead')];
    const { snippets } = await listSnippets(house, lea);
    expect(snippets.map((one) => one.language).sort()).toEqual([...Array(7).fill('de'), ...Array(3).fill('en')]);
    for (const { bodySie, bodyDu } of snippets) expect(unknownVariables(bodySie + bodyDu)).toEqual([]);
    const counts = async (actor: typeof lea) => {
      const [{ views }, { counts: found }] = await Promise.all([
        listViews(house, actor),
        countSavedViews(house, actor),
      ]);
      return views.map((view) => [view.team, found[view.id]]);
    };
    expect(await counts(lea)).toEqual([
      [false, expect.any(Number)],
      [true, 3],
    ]);
    expect(await counts(clara)).toEqual([[true, 3]]);
    expect((await countViews(house, clara)).views).toMatchObject({ approval: 1, mentioned: 1 });
    expect((await listTags(house, clara)).tags.map((tag) => [tag.name, tag.threads])).toEqual([
      ['Bewerbung', 1],
      ['Datenschutz', 1],
      ['Lüftung', 2],
      ['Rechnung', 3],
      ['Sicherheit', 1],
      ['Storno', 2],
      ['Technik', 1],
    ]);
    const { promises, drafts, channels } = house.database.reader.tables;
    const now = house.clock.now();
    const made = await house.database.reader.select().from(promises);
    const confirmed = made.filter((promise) => promise.confirmedBy).map(({ state, dueAt }) => [state, dueAt > now]);
    expect(confirmed.sort()).toEqual([
      ['broken', false],
      ['open', true],
    ]);
    expect(await house.database.reader.select().from(drafts)).toMatchObject([{ shared: true, kind: 'answer' }]);
    for (const channel of await house.database.reader.select().from(channels))
      expect(channel.ownAddresses).toContain('sonnenblick.example');
  });

  test('shows what a supervisor finds: a sample, agreement, quality, examples and a dispute', {
    timeout: SLOW,
  }, async () => {
    const house = await demoHouse();
    await ensureDemo(house);
    const martin = await actorOf(house, 'supervisor');
    const state = await readReviewState(house, martin);
    expect(state.waiting).toBeGreaterThan(3);
    expect(state.disputed).toBeGreaterThan(0);
    expect(state.agreement.kappa).toBeGreaterThan(0.5);
    expect((await readReviewFigures(house, martin, 90)).all.withheld).toBeNull();
    expect((await listExamples(house, martin, { limit: 50 })).examples.length).toBeGreaterThan(1);
    expect((await listMyReviews(house, await actorOf(house, 'agent'), { limit: 50 })).reviews.length).toBeGreaterThan(
      5,
    );
  });

  test("shows a thread with everything in it, and its author's past", { timeout: SLOW }, async () => {
    const house = await demoHouse();
    await ensureDemo(house);
    const lea = await actorOf(house, 'agent');
    const { comments } = house.database.reader.tables;
    const said = await house.database.reader.select().from(comments);
    const keller = said.find((c) => c.body.startsWith('Drei Nächte gebucht'));
    const thread = await readThread(house, lea, keller?.threadId ?? '');
    expect(thread.comments.map((c) => c.author.name)).toEqual(['Sabine Keller', 'Hartmut Lenz']);
    expect(thread.notes).toMatchObject([{ personName: 'Tom Reiter' }]);
    expect(thread.row.assigneeId).toBe(lea.personId);
    expect(thread.clocks.map((clock) => clock.kind).sort()).toEqual(['first', 'resolution']);
    const { earlier } = await readContext(house, lea, keller?.threadId ?? '');
    expect(earlier.map((row) => [row.author.name, row.status])).toEqual([
      ['Sabine Keller', 'resolved'],
      ['Sabine Keller', 'resolved'],
    ]);
  });

  test('does nothing in a house that is lived in, or that is no demo', { timeout: SLOW }, async () => {
    const lived = await demoHouse();
    await addTestPerson(lived, 'admin');
    const real = await demoHouse({ demo: false });
    for (const house of [lived, real]) {
      await ensureDemo(house);
      expect(await isDemoHouse(house)).toBe(false);
      const { channels } = house.database.reader.tables;
      expect(await house.database.reader.select().from(channels)).toEqual([]);
    }
  });
});

test.each(['negative', 'mixed', 'positive', 'unsure'] as const)(
  'whatever the classifier makes of the texts, nothing lies in the future: all %s',
  { timeout: SLOW },
  async (sentiment) => {
    const judged = classify({ body: 'Guten Tag' });
    const house = await demoHouse({ classify: () => ({ ...judged, sentiment }) });
    await ensureDemo(house);
    const { threads, comments } = house.database.reader.tables;
    const now = house.clock.now().getTime();
    const rows = await house.database.reader.select().from(threads);
    for (const row of rows) expect(row.lastActivityAt.getTime()).toBeLessThan(now);
    const said = await house.database.reader.select().from(comments);
    for (const { postedAt, receivedAt } of said) expect(receivedAt).toEqual(postedAt);
  },
);

test('a later start changes nothing but that the channels are alive', { timeout: SLOW }, async () => {
  const house = await demoHouse();
  await ensureDemo(house);
  const { channels: before, ...rest } = await contents(house);
  house.clock.forward(3_600_000);
  await ensureDemo(house);
  const { channels, ...after } = await contents(house);
  expect(after).toEqual(rest);
  expect(channels).not.toEqual(before);
});

describe('a start on another day', () => {
  test('tells an untouched demo anew, as if it were the first time', { timeout: SLOW }, async () => {
    const [house, fresh] = [await demoHouse(), await demoHouse()];
    await ensureDemo(house);
    for (const one of [house, fresh]) one.clock.forward(26 * 3_600_000);
    for (const one of [house, fresh]) await ensureDemo(one);
    const [{ events, threads, comments, ...rest }, first] = [await contents(house), await contents(fresh)];
    // Only what the tables number themselves goes on counting, and what remembers such a number.
    const uncounted = (rows: readonly string[] | undefined) => rows?.map((row) => row.replace(/"told":\d+/, ''));
    for (const table of Object.keys(rest))
      expect([table, uncounted(rest[table])]).toEqual([table, uncounted(first[table])]);
    expect(threads).toHaveLength(first.threads?.length ?? 0);
    expect(comments).toHaveLength(first.comments?.length ?? 0);
    expect(events).toHaveLength((first.events?.length ?? 0) + 1);
  });

  test('leaves a demo alone in which somebody has worked', { timeout: SLOW }, async () => {
    const house = await demoHouse();
    await ensureDemo(house);
    const lea = await actorOf(house, 'agent');
    const { threads, notes } = house.database.reader.tables;
    const [thread] = await house.database.reader.select().from(threads);
    house.clock.forward(60_000);
    await addNote(house, lea, thread?.id ?? '', { body: 'Das behalten wir.' });
    house.clock.forward(26 * 3_600_000);
    await ensureDemo(house);
    const bodies = (await house.database.reader.select().from(notes)).map((note) => note.body);
    expect(bodies).toContain('Das behalten wir.');
  });
});
