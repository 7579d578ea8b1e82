import type { Actor } from '@stammgast/shared/domain/permissions';
import { MOST_POINTS } from '@stammgast/shared/domain/review/scorecard';
import type {
  HasWord,
  IsWord,
  SearchTerm,
  Share,
  SlaWord,
  TimeLeft,
  When,
} from '@stammgast/shared/domain/search/search';
import type { ThreadStatus } from '@stammgast/shared/domain/thread-status';
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { isFirstClock } from '../storage/first-clock.ts';
import { among, type Condition, condition, joined, never } from './condition.queries.ts';
import type { Names } from './names.queries.ts';

/** What a term may depend on, beside the thread. */
export interface Asking {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly names: Names;
  /** First instant of a day, or of an hour of it, where the house stands. */
  readonly startOf: (day: string, plus?: { readonly days?: number; readonly hours?: number }) => Date;
  /** Another index serves: no engine may look channels or people up in theirs. */
  readonly unindexed: boolean;
  /** No state of threads says where to begin: they are met newest first, or last. */
  readonly fromTheEnd: boolean;
}

export function termCondition(asking: Asking, term: SearchTerm): Condition {
  const { threads } = asking.db.tables;
  switch (term.key) {
    case 'is':
      return isConditions[term.value](asking);
    case 'has':
      return hasConditions[term.value](asking);
    case 'sentiment':
      return among('sentiment', sql`${threads.sentiment}`, [term.value]);
    case 'lang':
      return among('language', sql`${threads.language}`, [term.value]);
    case 'topic':
      return condition('topic', (like) => sql`CAST(${threads.topics} AS text) LIKE ${like}`, `%"${term.value}"%`);
    case 'sla':
      return typeof term.value === 'string' ? slaConditions[term.value](asking) : timeLeft(asking, term.value);
    case 'created':
      return openedWhen(asking, term.value);
    case 'answered':
      return answeredWhen(asking, term.value);
    case 'incident':
      return oneOfFew(
        'incident_threads',
        condition('incident', (number) => sql`incident_threads.incident = ${number}`, Number(term.value)),
      );
    case 'quality':
      return reviewed(asking, term.value);
    case 'assignee':
      return assigned(asking, term.value);
    default:
      return named(asking, term);
  }
}

function named({ db, names, unindexed }: Asking, { key, value }: { key: string; value: string }): Condition {
  const { threads } = db.tables;
  if (key === 'author') return byAuthor(db, value);
  if (key !== 'tag') return among('channel', written(threads.channelId, unindexed), names.channels(key, value));
  const tags = names.tags(value);
  if (tags.length === 0) return never;
  const tagIds = tags.map(({ id }) => id);
  const on = among('tag', sql`thread_tags.tag_id`, tagIds);
  return tags.every(({ rare }) => rare) ? oneOfFew('thread_tags', on) : exists('thread_tags', on);
}

/** A column as conditions name it; `unindexed`: so that no engine looks the same text up in an index. */
export const written = (column: unknown, unindexed: boolean): SQL =>
  unindexed ? sql`(${column} || '')` : sql`${column}`;

/** There is one of few rows of the table that belongs to the thread: these are found first, then the threads. */
function oneOfFew(table: string, of: Condition): Condition {
  const name = sql.raw(table);
  return {
    ...of,
    shape: `few ${table}[${of.shape}]`,
    write: (given) => sql`threads.id IN (SELECT ${name}.thread_id FROM ${name} WHERE ${of.write(given)})`,
  };
}

/** There is a row of the table that belongs to the thread. */
function exists(table: string, of: Condition): Condition {
  const name = sql.raw(table);
  return {
    ...of,
    shape: `${table}[${of.shape}]`,
    write: (given) => sql`EXISTS (SELECT 1 FROM ${name} WHERE ${name}.thread_id = threads.id AND ${of.write(given)})`,
  };
}
const plain = (text: string): Condition => condition(text, () => sql.raw(text));

const atWork = plain("threads.status IN ('open', 'waiting')");
const notSnoozed = plain('threads.snoozed_until IS NULL');
const standing = (db: Db, status: ThreadStatus) => among('status', sql`${db.tables.threads.status}`, [status]);

const isConditions: Readonly<Record<IsWord, (asking: Asking) => Condition>> = {
  // Snoozed is out of sight; its clocks run on, so it is still found among what is overdue.
  open: ({ db }) => joined('AND', [standing(db, 'open'), notSnoozed]),
  waiting: ({ db }) => joined('AND', [standing(db, 'waiting'), notSnoozed]),
  done: ({ db }) => standing(db, 'resolved'),
  snoozed: () => plain('threads.snoozed_until IS NOT NULL'),
  soon: ({ db, now }) =>
    joined('AND', [atWork, instantIs('soon_at', '<=', db, now), instantIs('due_at', '>', db, now)]),
  overdue: ({ db, now }) => joined('AND', [atWork, dueBefore('<=', db, now)]),
  breached: () => exists('clocks', plain('clocks.breached_at IS NOT NULL')),
  answered: () => exists('replies', plain("replies.state = 'published'")),
  approval: () => plain("threads.reply_state = 'awaiting-approval'"),
  attention: () => plain("threads.reply_state IN ('failed', 'unconfirmed', 'by-hand')"),
  mentioned: ({ actor }) =>
    oneOfFew(
      'mentions',
      condition('unseen', (me) => sql`mentions.person_id = ${me} AND mentions.seen_at IS NULL`, actor.personId),
    ),
  unread: ({ actor }) => ({
    shape: 'unread',
    values: [actor.personId],
    write: ([person]) => sql`NOT EXISTS (SELECT 1 FROM reads WHERE reads.person_id = ${person}
      AND reads.thread_id = threads.id AND reads.read_at >= threads.last_activity_at)`,
  }),
};

const instantIs = (
  column: 'soon_at' | 'due_at' | 'queue_at' | 'opened_at',
  sign: string,
  db: Db,
  at: Date,
): Condition =>
  condition(
    `${column} ${sign}`,
    (limit) => sql.raw(`threads.${column} ${sign} `).append(sql`${limit}`),
    db.dialect.instant(at),
  );

/** What was snoozed stands at the top of the queue before it is due; only the first condition has an index. */
const dueBefore = (sign: '<' | '<=', db: Db, at: Date): Condition =>
  joined('AND', [instantIs('queue_at', sign, db, at), instantIs('due_at', sign, db, at)]);

const hasConditions: Readonly<Record<HasWord, (asking: Asking) => Condition>> = {
  draft: ({ actor }) =>
    oneOfFew(
      'drafts',
      condition(
        'own or shared',
        (person) => sql`drafts.body <> '' AND (drafts.shared OR drafts.person_id = ${person})`,
        actor.personId,
      ),
    ),
  note: () => exists('notes', plain("notes.body <> ''")),
  approval: () => exists('approvals', plain("approvals.reply_id <> ''")),
  promise: () => plain('threads.promise_due_at IS NOT NULL'),
  deadline: () => exists('clocks', plain(isFirstClock)),
};

const firstClock = (shape: string, write: (...given: Parameters<Condition['write']>[0]) => SQL, ...values: unknown[]) =>
  exists(
    'clocks',
    condition(shape, (...given) => sql`${sql.raw(isFirstClock)} AND ${write(...given)}`, ...values),
  );

/** Without an answer a promise is missed at the latest when it is due, also one that was stopped after that. */
const slaConditions: Readonly<Record<SlaWord, (asking: Asking) => Condition>> = {
  breached: isConditions.breached,
  kept: () => firstClock('kept', () => sql`clocks.met_at <= clocks.due_at`),
  missed: ({ db, now }) =>
    firstClock(
      'missed',
      (at) => sql`COALESCE(clocks.met_at, clocks.stopped_at, ${at}) > clocks.due_at`,
      db.dialect.instant(now),
    ),
  running: () => firstClock('running', () => sql`clocks.met_at IS NULL AND clocks.stopped_at IS NULL`),
};

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

function timeLeft({ db, now }: Asking, { sign, count, unit }: TimeLeft): Condition {
  const at = new Date(now.getTime() + count * unitMs[unit]);
  return joined('AND', [atWork, sign === '<' ? dueBefore('<', db, at) : instantIs('due_at', '>', db, at)]);
}

function openedWhen(asking: Asking, value: When): Condition {
  const { from, to } = stretchOf(asking, value);
  return joined('AND', [
    ...(from ? [instantIs('opened_at', '>=', asking.db, from)] : []),
    ...(to ? [instantIs('opened_at', '<', asking.db, to)] : []),
  ]);
}

/** Few hours and days of all are asked for: their clocks are found first, then the threads. */
function answeredWhen(asking: Asking, value: When): Condition {
  const { from, to } = stretchOf(asking, value);
  const limits = [...(from ? [['>=', from] as const] : []), ...(to ? [['<', to] as const] : [])];
  return {
    shape: `answered ${limits.map(([sign]) => sign).join(' ')}`,
    values: limits.map(([, at]) => asking.db.dialect.instant(at)),
    write: (given) =>
      sql`threads.id IN (SELECT clocks.thread_id FROM clocks WHERE ${sql.raw(isFirstClock)} AND ${sql.join(
        limits.map(([sign], i) => sql`clocks.met_at ${sql.raw(sign)} ${given[i]}`),
        sql` AND `,
      )})`,
  };
}

/**
 * Few threads of all are reviewed, and reviews are kept for a limited time: they are found first, then the threads. What
 * somebody is still to score blind is left out, as are struck reviews and practice.
 */
function reviewed({ actor }: Asking, { sign, percent }: Share): Condition {
  return condition(
    `quality ${sign}`,
    (person, points) => sql`threads.id IN (SELECT review_samples.thread_id FROM review_samples
      JOIN reviews ON reviews.sample_id = review_samples.id
      WHERE review_samples.calibration_id IS NULL AND reviews.points IS NOT NULL
        AND COALESCE(reviews.decision, '') <> 'struck'
        AND (review_samples.done >= review_samples.wanted OR reviews.reviewer_id = ${person})
      GROUP BY review_samples.thread_id
      HAVING avg(reviews.points) * 100 ${sql.raw(sign)} ${points})`,
    actor.personId,
    MOST_POINTS * percent,
  );
}

/** From an instant until before another; one of the two may be open. */
function stretchOf({ now, startOf }: Asking, value: When): { from?: Date; to?: Date } {
  if ('last' in value) return { from: new Date(now.getTime() - value.last * unitMs[value.unit]) };
  const { day } = value;
  if ('hour' in value)
    return { from: startOf(day, { hours: value.hour }), to: startOf(day, { hours: value.hour + 1 }) };
  const next = startOf(day, { days: 1 });
  switch (value.sign) {
    case '<':
      return { to: startOf(day) };
    case '<=':
      return { to: next };
    case '>':
      return { from: next };
    case '>=':
      return { from: startOf(day) };
    case '=':
      return { from: startOf(day), to: next };
  }
}

function assigned({ db, actor, names, unindexed, fromTheEnd }: Asking, value: 'me' | 'none' | `@${string}`): Condition {
  if (value === 'none') return unassigned(db.tables.threads.assigneeId, unindexed, fromTheEnd);
  const column = written(db.tables.threads.assigneeId, unindexed);
  return among('assignee', column, value === 'me' ? [actor.personId] : names.people(value.slice(1)));
}

/** In the order of the list they have an index, whose condition is written so; where another serves, not even that one. */
function unassigned(assignee: unknown, unindexed: boolean, fromTheEnd: boolean): Condition {
  if (unindexed) return condition('nobody, unindexed', () => sql`coalesce(${assignee}, '') = ''`);
  return condition(`nobody ${fromTheEnd}`, () => sql`${written(assignee, fromTheEnd)} IS NULL`);
}

/** Names as people write them: both engines fold plain letters, so each word is tried small and with a capital. */
function byAuthor(db: Db, name: string): Condition {
  const { authors } = db.tables;
  const like = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const capital = name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return condition(
    'author',
    (one, other, handle) => sql`threads.author_id IN (SELECT ${authors.id} FROM ${authors}
      WHERE lower(${authors.name}) LIKE ${one} ESCAPE '\\' OR lower(${authors.name}) LIKE ${other} ESCAPE '\\'
        OR lower(${authors.handle}) = ${handle})`,
    like(name),
    like(capital),
    name.toLowerCase(),
  );
}
