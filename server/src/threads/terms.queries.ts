import type { Actor } from '@stammgast/shared/domain/permissions';
import type { HasWord, IsWord, SearchTerm, TimeLeft } from '@stammgast/shared/domain/search/search';
import type { ThreadStatus } from '@stammgast/shared/domain/thread-status';
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { among, type Condition, condition, joined, never } from './condition.queries.ts';
import type { Names } from './names.queries.ts';

/** What a term may depend on, beside the thread. */
export interface Asking {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly names: Names;
  /** First instant of a day where the house stands. */
  readonly startOfDay: (day: string, plusDays?: number) => Date;
  /** Another index serves: no engine may look channels or people up in theirs. */
  readonly unindexed: boolean;
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
      return term.value === 'breached' ? isConditions.breached(asking) : timeLeft(asking, term.value);
    case 'created':
      return created(asking, term.value);
    case 'incident':
      return exists(
        'incident_threads',
        condition('incident', (number) => sql`incident_threads.incident = ${number}`, Number(term.value)),
      );
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
  const tagIds = names.tags(value);
  const on = among('tag', sql`thread_tags.tag_id`, tagIds);
  return tagIds.length === 0 ? never : exists('thread_tags', on);
}

/** A column as conditions name it; `unindexed`: so that no engine looks the same text up in an index. */
export const written = (column: unknown, unindexed: boolean): SQL =>
  unindexed ? sql`(${column} || '')` : sql`${column}`;

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
    exists(
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
    exists(
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
};

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

function timeLeft({ db, now }: Asking, { sign, count, unit }: TimeLeft): Condition {
  const at = new Date(now.getTime() + count * unitMs[unit]);
  return joined('AND', [atWork, sign === '<' ? dueBefore('<', db, at) : instantIs('due_at', '>', db, at)]);
}

function created(asking: Asking, value: Extract<SearchTerm, { key: 'created' }>['value']): Condition {
  const { db, now, startOfDay } = asking;
  const opened = (sign: '<' | '>=', at: Date) => instantIs('opened_at', sign, db, at);
  if ('last' in value) return opened('>=', new Date(now.getTime() - value.last * unitMs[value.unit]));
  const start = startOfDay(value.day);
  const next = startOfDay(value.day, 1);
  switch (value.sign) {
    case '<':
      return opened('<', start);
    case '<=':
      return opened('<', next);
    case '>':
      return opened('>=', next);
    case '>=':
      return opened('>=', start);
    case '=':
      return joined('AND', [opened('>=', start), opened('<', next)]);
  }
}

function assigned({ db, actor, names, unindexed }: Asking, value: 'me' | 'none' | `@${string}`): Condition {
  const column = written(db.tables.threads.assigneeId, unindexed);
  if (value === 'none') return condition('nobody', () => sql`${column} IS NULL`);
  return among('assignee', column, value === 'me' ? [actor.personId] : names.people(value.slice(1)));
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
