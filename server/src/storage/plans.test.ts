import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { criticalHours, voicesSince } from '../radar/voices.queries.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { wantedBy } from '../threads/search.queries.ts';
import type { Stretch } from '../wall/days.ts';
import { answeredQuery, waitsQuery } from '../wall/numbers.queries.ts';
import type { Scope } from '../wall/scope.queries.ts';
import { openByChannel, openByPerson } from '../wall/wall.queries.ts';
import type { Database, Db } from './database.ts';
import { migrateSqlite } from './migrate.sqlite.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-plans-'));
  const file = join(folder, 'house.sqlite');
  await migrateSqlite(file);
  database = openSqlite(file);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function planOf(query: SQLWrapper): Promise<string> {
  const { reader } = database;
  const steps = await reader.dialect.rows<{ detail: string }>(reader, sql`EXPLAIN QUERY PLAN SELECT * FROM ${query}`);
  return steps.map((step) => step.detail).join('\n');
}

// A lead of a large house looks at 50,000 open threads while everybody else waits for the same process.
test.each<{ channels: Actor['channels']; only: Scope['only'] }>([
  { channels: 'all', only: null },
  { channels: ['a'], only: null },
  { channels: ['a', 'b', 'c'], only: null },
  // The channels of a team.
  { channels: 'all', only: ['a', 'b'] },
  { channels: ['a', 'c'], only: ['a', 'b', 'c'] },
])("the lead's numbers read no thread: %j", async ({ channels, only }) => {
  const actor: Actor = { personId: 'p', role: 'lead', channels };
  const now = new Date();
  const scope = { actor, only };
  expect(await planOf(openByChannel(database.reader, scope, now))).toContain('COVERING INDEX threads_wall');
  expect(await planOf(openByPerson(database.reader, scope, now))).toContain('COVERING INDEX threads_wall');
});

test.each<[string, (db: Db, scope: Scope, stretches: Stretch[]) => SQL, string[]]>([
  [
    'waited',
    (db, scope, stretches) => waitsQuery(db, scope, stretches, new Date()),
    ['threads_opened', 'clocks_thread'],
  ],
  ['was answered', answeredQuery, ['clocks_kind_met', 'clocks_thread', 'threads_id']],
])('how long people %s is read from indexes alone', async (_what, query, indexes) => {
  const scope = { actor: { personId: 'p', role: 'admin', channels: 'all' }, only: null } as const;
  const plan = await planOf(sql`(${query(database.reader, scope, [{ from: new Date(0), to: new Date() }])})`);
  for (const index of indexes) expect(plan).toContain(`COVERING INDEX ${index}`);
  expect(plan).not.toContain('USING INDEX');
});

test('the few threads that want attention are found by it alone', async () => {
  const wanted = sql`(SELECT id FROM threads WHERE reply_state IN ('failed', 'by-hand') AND (channel_id || '') IN ('a'))`;
  expect(await planOf(wanted)).toContain('INDEX threads_reply_state');
});

const tag = (name: string) => ({ id: name, rare: name === 'selten' });
const names = { channels: () => [], people: () => [], tags: (name: string) => [tag(name)] };

function wantedOf(text: string, channels: Actor['channels'], paged: boolean) {
  const { reader } = database;
  const actor: Actor = { personId: 'p', role: 'agent', channels };
  const search = parseSearch(text).search ?? { where: null, sort: null };
  const now = new Date();
  const { order, condition } = wantedBy({ db: reader, actor, now, names, startOf: () => now, paged }, search);
  return { order, condition: condition.write(condition.values.map((value) => sql`${value}`)) };
}

function pageOf(text: string, channels: Actor['channels']): SQL {
  const wanted = wantedOf(text, channels, true);
  const order = wanted.order === 'due' ? sql`queue_at, id` : sql`last_activity_at DESC, id DESC`;
  return sql`SELECT id FROM threads WHERE ${wanted.condition} ORDER BY ${order} LIMIT 50`;
}

// What everybody looks at all day: a page is read from an index in its order, and nothing is sorted.
test.each<[string, string, Actor['channels']]>([
  ['is:open', 'threads_queue', 'all'],
  ['is:waiting', 'threads_queue', 'all'],
  ['is:open', 'threads_channel_queue', ['a']],
  ['is:open assignee:me', 'threads_assignee_queue', 'all'],
  ['is:open assignee:none', 'threads_assignee_queue', 'all'],
  ['is:attention', 'threads_reply_state', ['a', 'b']],
  ['is:approval', 'threads_reply_state', ['a', 'b']],
  ['is:done', 'threads_status_recent', 'all'],
  ['', 'threads_recent', 'all'],
  ['', 'threads_recent', ['a', 'b']],
  // Whoever sees one small channel of a large house is not led past all others.
  ['', 'threads_channel_recent', ['a']],
  ['is:unread', 'threads_channel_recent', ['a']],
  ['sentiment:negative', 'threads_channel_recent', ['a']],
  ['is:unread', 'threads_recent', ['a', 'b']],
  ['is:breached', 'threads_recent', ['a', 'b']],
  // In one house nobody is in charge of most, in another of a handful.
  ['assignee:none', 'threads_unassigned', 'all'],
  ['assignee:none', 'threads_unassigned', ['a']],
  ['is:unread assignee:none', 'threads_unassigned', ['a', 'b']],
  ['has:promise', 'threads_promised', ['a']],
  ['has:promise assignee:none', 'threads_promised', ['a', 'b']],
  ['has:promise', 'threads_promised', ['a', 'b']],
  // What many threads bear is met soon.
  ['tag:oft', 'threads_recent', 'all'],
  ['tag:oft', 'threads_channel_recent', ['a']],
])('%s rides %s', async (text, index, channels) => {
  const plan = await planOf(sql`(${pageOf(text, channels)})`);
  expect(plan).toMatch(new RegExp(`INDEX ${index}\\b`));
  if (text !== 'is:attention') expect(plan).not.toContain('TEMP B-TREE');
});

test.each<[string, string, Actor['channels']]>([
  ['', 'threads_channel_recent', ['a']],
  ['sentiment:negative', 'threads_channel', ['a', 'b']],
  ['is:unread', 'threads_channel', ['a']],
  ['assignee:none', 'threads_unassigned', ['a']],
  ['assignee:me', 'threads_assignee_queue', ['a']],
  ['has:promise', 'threads_promised', ['a', 'b']],
])('counting %s rides %s', async (text, index, channels) => {
  const plan = await planOf(sql`(SELECT id FROM threads WHERE ${wantedOf(text, channels, false).condition})`);
  expect(plan).toContain(`INDEX ${index}`);
});

// What people look for reads what belongs to it, however large the channel is.
test.each([
  ['assignee:me', 'threads_assignee_queue'],
  ['author:Huber', 'threads_author'],
])('%s of one channel rides %s', async (text, index) => {
  expect(await planOf(sql`(${pageOf(text, ['a'])})`)).toContain(`INDEX ${index}`);
});

// Whoever sees some channels only would else have the threads of these read and sorted for every page.
test.each([
  ['is:mentioned', ['a', 'b']],
  ['has:draft', ['a', 'b']],
  ['has:draft', ['a']],
  ['incident:1', ['a', 'b']],
  ['incident:1', ['a']],
  ['tag:selten', 'all'],
  ['tag:selten', ['a', 'b']],
  ['tag:selten', ['a']],
] as [string, Actor['channels']][])('%s looks up the few threads that it is about: %j', async (text, channels) => {
  const plan = await planOf(sql`(${pageOf(text, channels)})`);
  expect(plan).toMatch(/INDEX threads_id\b/);
  expect(plan).not.toMatch(/SCAN threads\b/);
});

test('a search walks the index once, newest first, also for words that are everywhere', async () => {
  const { dialect } = database.reader;
  const plan = await planOf(sql`(${dialect.newestMatches('"zimmer"*', sql`comments.channel_id IN ('a')`, 300)})`);
  expect(plan).toMatch(/SCAN comments_search VIRTUAL TABLE/);
  expect(plan).toMatch(/SEARCH comments USING INTEGER PRIMARY KEY/);
  expect(plan).not.toMatch(/CORRELATED|TEMP B-TREE/);
});

/** On the engine under test, asked whether it can: an empty table of PostgreSQL would rather be walked. */
async function planOnEngine(query: (db: Db) => SQLWrapper, without = ['seqscan', 'bitmapscan']): Promise<string> {
  const own = await openTestDatabase();
  try {
    return await own.transaction(async (tx) => {
      const isPostgres = own.place.databaseUrl !== null;
      for (const way of isPostgres ? without : []) await tx.dialect.rows(tx, sql.raw(`SET LOCAL enable_${way} = off`));
      const explain = isPostgres ? sql`EXPLAIN` : sql`EXPLAIN QUERY PLAN`;
      const steps = await tx.dialect.rows<Record<string, unknown>>(tx, sql`${explain} SELECT * FROM ${query(tx)}`);
      return steps.map((step) => String(step.detail ?? step['QUERY PLAN'])).join('\n');
    });
  } finally {
    await own.close();
  }
}

test('the radar counts two months of criticism by post and topic from an index alone', async () => {
  const plan = await planOnEngine((db) => criticalHours(db, 490_000).as('hours'));
  expect(plan).toMatch(
    /COVERING INDEX voices_counted \(critical=\? AND hour>\?\)|Index Only Scan using voices_counted/,
  );
});

test('what was said since yesterday is found by its hours', async () => {
  const plan = await planOnEngine((db) => voicesSince(db, new Date('2026-03-05T12:00:00Z'), [true]).as('said'));
  expect(plan).toMatch(/INDEX voices_counted \(critical=\? AND hour>\?\)|Index Scan using voices_counted/);
  expect(plan).not.toContain('Seq Scan on voices');
});

test.each([
  // Walked from the newest on, a rare word has every comment read.
  ['of a rare word', false, ['seqscan', 'bitmapscan'], 'comments_pkey'],
  // Asked for all matches, the index of texts gathers hundreds of thousands to show the newest.
  ['of a common word', true, ['seqscan', 'indexscan'], 'comments_search'],
])('the newest matches %s are not looked for the long way', async (_what, common, without, long) => {
  const newest = (db: Db) => sql`(${db.dialect.newestMatches("'zimm'", undefined, 300, common)}) AS newest`;
  const plan = await planOnEngine(newest, without);
  if (plan.includes('VIRTUAL TABLE')) expect(plan).not.toContain('TEMP B-TREE');
  else expect(plan).not.toContain(long);
});

test('threads in which a common word occurs are looked through', async () => {
  const matching = (db: Db) => sql`(SELECT id FROM threads WHERE EXISTS (SELECT 1 FROM comments
    WHERE comments.thread_id = threads.id AND ${db.dialect.matches("'zimm'", true)})) AS matching`;
  const plan = await planOnEngine(matching, ['seqscan', 'indexscan']);
  expect(plan).not.toContain('on comments_search');
});
