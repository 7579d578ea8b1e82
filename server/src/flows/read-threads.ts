// What people see of threads: the queue, its counts, one thread with everything in it, and its author's past.
import type { Thread, ThreadRow } from '@stammgast/shared/contract/threads';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { type CountedView, countedViews, defaultViews } from '@stammgast/shared/domain/search/default-views';
import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { rowFoundBy } from '@stammgast/shared/domain/search/row-found-by';
import { draftsFor } from '../drafts/present.ts';
import { survivorOf } from '../events/events.queries.ts';
import { notFound, problem } from '../http/problem.ts';
import { presentPromise } from '../promises/present.ts';
import { promisesOfThread } from '../promises/promises.queries.ts';
import { isInStorm } from '../radar/incidents.queries.ts';
import { repliesOfThread } from '../replies/present.ts';
import { clocksOfThread } from '../sla/present.ts';
import type { Db } from '../storage/database.ts';
import { accountById, accountsOfPerson } from '../threads/authors.queries.ts';
import { channelById, commentsOfThread, notesOfThread, postById } from '../threads/detail.queries.ts';
import { readsOf } from '../threads/marks.queries.ts';
import { moderationsOfThread, presentModerations } from '../threads/moderations.queries.ts';
import { presentComment, presentRow, readCursor, writeCursor } from '../threads/present.ts';
import {
  countQueue,
  countThreadsOfAuthors,
  instantOf,
  type QueueRecord,
  queuePage,
  rowsById,
  searchQueue,
  threadsBeside,
  threadsByName,
  threadsOfAuthors,
} from '../threads/queue.queries.ts';
import type { House } from './house.ts';
import { capabilitiesOf } from './open-channel.ts';
import { understandSearch, understandSearches } from './understand-search.ts';

export interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function listQueue(
  house: House,
  actor: Actor,
  text: string,
  page: Page,
): Promise<{ threads: ThreadRow[]; reads: Record<string, string>; next: string | null }> {
  const db = house.database.reader;
  const wanted = await understandSearch(house, actor, text);
  if (wanted.order === 'relevance') {
    const found = await searchQueue(db, wanted, page.limit);
    return { ...(await withReads(db, actor, text, found)), next: null };
  }
  const after = page.cursor ? readCursor(page.cursor) : null;
  if (page.cursor && !after) throw problem('input.invalid', 400);
  const records = await queuePage(db, wanted, after, page.limit + 1);
  const shown = records.slice(0, page.limit);
  const last = records.length > page.limit ? shown.at(-1) : undefined;
  const next = last ? writeCursor({ at: instantOf(last, wanted.order), id: last.thread.id }) : null;
  return { ...(await withReads(db, actor, text, shown)), next };
}

async function withReads(db: Db, actor: Actor, text: string, shown: readonly QueueRecord[]) {
  const { search } = parseSearch(text);
  const ids = shown.map(({ thread }) => thread.id);
  const reads = await readsOf(db, actor.personId, ids);
  return {
    threads: shown.map(presentRow).map((row) => (search ? rowFoundBy(search, row) : row)),
    reads: Object.fromEntries([...reads].map(([id, readAt]) => [id, readAt.toISOString()])),
  };
}

export const COUNT_LIMIT = 1000;

export async function countViews(house: House, actor: Actor) {
  const texts = countedViews.map((name) => defaultViews[name]);
  const counts = await countSearches(house, actor, texts);
  const views = Object.fromEntries(countedViews.map((name, i) => [name, counts[i] ?? 0]));
  return { views: views as Record<CountedView, number>, limit: COUNT_LIMIT };
}

/** How many threads each search finds; null where it cannot be understood. */
export async function countSearches(house: House, actor: Actor, texts: readonly string[]): Promise<(number | null)[]> {
  const understood = await understandSearches(house, actor, texts, false);
  return Promise.all(
    understood.map((one) => (one.error ? null : countQueue(house.database.reader, one.wanted, COUNT_LIMIT))),
  );
}

/** The row of a thread that the actor may see, or of the one it has become part of; anything else is not found. */
export async function visibleRow(db: Db, actor: Actor, threadId: string): Promise<QueueRecord> {
  const [record] = await rowsById(db, [threadId], actor);
  if (record) return record;
  const survivor = await survivorOf(db, threadId);
  const [merged] = survivor ? await rowsById(db, [survivor], actor) : [];
  if (!merged) throw notFound();
  return merged;
}

export async function readThread(house: House, actor: Actor, asked: string): Promise<Thread> {
  const db = house.database.reader;
  const record = await visibleRow(db, actor, asked);
  const threadId = record.thread.id;
  const channel = await channelById(db, record.thread.channelId);
  if (!channel || !sees(actor, channel.id)) throw notFound();
  const [post, comments, replies, drafts, notes, moderations, clocks, promises, inStorm, reads] = await Promise.all([
    record.thread.postId ? postById(db, record.thread.postId) : null,
    commentsOfThread(db, threadId),
    repliesOfThread(db, threadId),
    draftsFor(db, threadId, actor.personId),
    notesOfThread(db, threadId),
    moderationsOfThread(db, threadId),
    clocksOfThread(db, threadId, house.clock.now()),
    promisesOfThread(db, threadId),
    isInStorm(db, threadId, house.clock.now()),
    readsOf(db, actor.personId, [threadId]),
  ]);
  return {
    row: presentRow(record),
    post,
    channel: {
      can: capabilitiesOf(house, channel),
      replyRegister: channel.replyRegister,
      ownAddresses: channel.ownAddresses,
      private: channel.removedAt !== null,
      approval: channel.approval,
      approvalReach: channel.approvalReach,
    },
    comments: comments.map(presentComment),
    replies,
    drafts,
    notes: notes.map((note) => ({ ...note, createdAt: note.createdAt.toISOString() })),
    moderations: await presentModerations(db, moderations),
    clocks,
    promises: promises.map(presentPromise),
    inStorm,
    readAt: reads.get(threadId)?.toISOString() ?? null,
  };
}

const EARLIER = 20;

/** Accounts on channels that the actor may not see are not even counted. */
export async function readContext(house: House, actor: Actor, threadId: string) {
  const db = house.database.reader;
  const { thread, author } = await visibleRow(db, actor, threadId);
  const account = await accountById(db, actor, thread.authorId);
  const others = account ? await accountsOfPerson(db, actor, account) : [];
  const authorIds = [thread.authorId, ...others.map((one) => one.author.id)];
  const [earlier, total] = await Promise.all([
    threadsOfAuthors(db, actor, authorIds, thread.id, EARLIER),
    countThreadsOfAuthors(db, actor, authorIds),
  ]);
  return { author, earlier: earlier.map(presentRow), total };
}

export async function listMergeable(house: House, actor: Actor, threadId: string, text: string | undefined) {
  const db = house.database.reader;
  const { thread } = await visibleRow(db, actor, threadId);
  const found = text ? await threadsByName(db, thread, text, EARLIER) : await threadsBeside(db, thread, EARLIER);
  return { threads: found.map(presentRow) };
}
