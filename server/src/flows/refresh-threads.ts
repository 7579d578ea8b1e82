// After comments changed: what the queue shows of their threads, where these stand, and which clocks run.
import { type Change, changeOf } from '../events/change.ts';
import type { NewComment } from '../intake/intake.queries.ts';
import {
  clocksByThread,
  pauseForCritic,
  refreshDue,
  resumeClocks,
  resumeForCritic,
  startClocks,
  stopClocks,
} from '../sla/clocks.ts';
import { dueColumns } from '../sla/due.ts';
import { loadPromises } from '../sla/promises.ts';
import type { WantedClock } from '../sla/terms.ts';
import { askOf, wantedKinds } from '../sla/wanted.ts';
import type { Db } from '../storage/database.ts';
import { isHeard, nextRecord, summaryColumns } from '../threads/rows.ts';
import { firstStanding, nextStanding, type Standing } from '../threads/standing.ts';
import { type CommentFacts, summarise } from '../threads/summary.ts';
import {
  commentFacts,
  insertThreads,
  saveThreads,
  type ThreadRecord,
  threadsById,
} from '../threads/threads.queries.ts';
import type { House } from './house.ts';
import type { Placed } from './place-comments.ts';
import { restOrWake } from './rest-clocks.ts';

export interface Refresh {
  readonly channelId: string;
  readonly placed: Placed;
  /** Threads in which stored comments changed. */
  readonly amended: readonly string[];
  /** The same, once for each comment that somebody outside edited, took back or put back. */
  readonly unsaid?: readonly string[];
  readonly history: boolean;
  readonly now: Date;
}

/** Gives back which of the threads that were there before stand otherwise now. */
export async function refreshThreads(house: House, tx: Db, refresh: Refresh): Promise<ReadonlyMap<string, Change>> {
  await openThreads(house, tx, refresh);
  return changeThreads(house, tx, refresh);
}

/** New threads: everything is known already, so each costs one row and its clocks. */
async function openThreads(house: House, tx: Db, { placed, channelId, history, now }: Refresh): Promise<void> {
  if (placed.created.size === 0) return;
  const fresh = [...Map.groupBy(placed.comments, (c) => c.threadId)]
    .filter(([id]) => placed.created.has(id))
    .map(([id, comments]) => {
      const summary = summarise(comments.map(factsOf));
      const own = comments.every((c) => c.own);
      const held = comments.some((c) => c.visibility === 'held');
      return { id, comments, summary, standing: firstStanding(summary, { history, own, held }) };
    });
  const running = fresh.filter((thread) => thread.standing.status === 'open' && !history);
  const wanted = running.flatMap(({ id, comments, summary }) => {
    const heard = comments.filter((c) => isHeard(factsOf(c), summary.authorId));
    return wantedKinds([]).flatMap((kind) => wantedClocks(channelId, id, kind, heard));
  });
  const clocks = await startClocks(tx, await loadPromises(tx), wanted, house.newId);
  await insertThreads(
    tx,
    fresh.map(({ id, comments, summary, standing }) => ({
      id,
      channelId,
      postId: comments.find((c) => c.postId)?.postId ?? null,
      ...summaryColumns(summary),
      ...standing,
      resolvedAt: standing.status === 'resolved' ? now : null,
      said: comments.filter((c) => !c.own).length,
      ...dueColumns(clocks.get(id) ?? [], summary.openedAt),
    })),
  );
}

async function changeThreads(house: House, tx: Db, refresh: Refresh): Promise<ReadonlyMap<string, Change>> {
  const { placed, history, now } = refresh;
  const ids = touchedThreads(refresh);
  if (ids.length === 0) return new Map();
  const records = await threadsById(tx, ids);
  const all = Map.groupBy(await commentFacts(tx, ids), (c) => c.threadId);
  const fresh = Map.groupBy(history ? [] : placed.comments, (c) => c.threadId);
  const sayings = countSayings(refresh);

  const changed = records.map((record) => {
    const said = all.get(record.id) ?? [];
    const summary = summarise(said);
    const heard = (fresh.get(record.id) ?? []).filter((c) => isHeard(factsOf(c), summary.authorId));
    const standing = nextStanding(record, summary, {
      heard: heard.length > 0 || placed.reopened.has(record.id),
      own: said.every((c) => c.own),
    });
    const waiting = said.filter((c) => isHeard(c, summary.authorId));
    const spoken = (fresh.get(record.id) ?? []).some((c) => !c.own);
    const following = nextRecord(record, summary, standing, { now, spoken });
    const next = { ...following, said: record.said + (sayings.get(record.id) ?? 0) };
    return { record, said, heard, waiting, standing, next };
  });
  await saveThreads(
    tx,
    changed.map((c) => c.next),
  );

  const over = changed.filter((c) => c.standing.status === 'resolved' && c.record.status !== 'resolved');
  for (const { record, standing } of over) await stopClocks(tx, [record.id], now, standing.resolvedReason ?? 'removed');
  await turnClocks(tx, changed, now);
  await startMissing(
    house,
    tx,
    refresh,
    changed.filter((c) => c.standing.status === 'open' && c.heard.length > 0),
  );
  const back = changed.filter((c) => cameBack(c) && !history);
  await takeUpAgain(house, tx, refresh, back);
  const amended = new Set(refresh.amended.map((id) => placed.survivor(id)));
  const stirred = changed.filter((c) => c.standing.status === 'open' && c.heard.length === 0 && !back.includes(c));
  await restOrWake(
    tx,
    stirred
      .filter((c) => amended.has(c.record.id))
      .map(({ record, next, said }) => ({ threadId: record.id, criticId: next.authorId, said })),
    now,
  );
  await refreshDue(tx, ids);
  const turned = changed.filter(
    (c) => c.next.status !== c.record.status || c.next.snoozedUntil !== c.record.snoozedUntil,
  );
  return new Map(turned.map(({ record, next }) => [record.id, changeOf(standOf(record), standOf(next))]));
}

const standOf = ({ status, resolvedReason, snoozedUntil }: ThreadRecord) => ({ status, resolvedReason, snoozedUntil });

/** Whose turn it is decides whether the promise to resolve runs; the critic's next comment brings it back by itself. */
async function turnClocks(
  tx: Db,
  changed: readonly { record: ThreadRecord; standing: Standing; heard: readonly NewComment[] }[],
  now: Date,
): Promise<void> {
  const ours = changed.filter(({ standing }) => standing.status === 'open');
  const spoke = ours.map(({ record: { id }, heard }) => ({
    id,
    at: new Date(Math.min(now.getTime(), ...heard.map((comment) => comment.postedAt.getTime()))),
  }));
  await resumeForCritic(tx, spoke, 'comment', null);
  const theirs = changed.filter(({ standing }) => standing.status === 'waiting');
  await pauseForCritic(
    tx,
    theirs.map(({ record }) => record.id),
    now,
    null,
  );
}

/** Spam that is none, or a removal that was taken back: nobody wrote, yet there is something to answer again. */
const cameBack = (c: { record: ThreadRecord; standing: Standing; heard: readonly NewComment[] }): boolean =>
  c.standing.status === 'open' && c.record.status === 'resolved' && c.heard.length === 0;

/** The promises that ended with such a thread go on. Where there were none they begin now: so long nobody could answer. */
async function takeUpAgain(
  house: House,
  tx: Db,
  { channelId, placed, now }: Refresh,
  threads: readonly { record: ThreadRecord; waiting: readonly CommentFacts[] }[],
): Promise<void> {
  const wanted: WantedClock[] = [];
  for (const { record, waiting } of threads) {
    if (placed.reopened.has(record.id)) continue;
    const { id, resolvedAt } = record;
    const resumed = resolvedAt ? await resumeClocks(tx, [{ id, resolvedAt }], now, null) : [];
    if (resumed.length > 0) continue;
    const about = { channelId, threadId: record.id };
    const kinds = wantedKinds((await clocksByThread(tx, [record.id])).get(record.id) ?? []);
    const asks = waiting.map((comment) => askOf({ ...comment, postedAt: now }));
    wanted.push(...asks.flatMap((ask) => kinds.map((kind) => ({ ...about, kind, ...ask }))));
  }
  if (wanted.length > 0) await startClocks(tx, await loadPromises(tx), wanted, house.newId);
}

/** Threads that were there before, and in which something changed. */
function touchedThreads({ placed, amended }: Refresh): string[] {
  const ids = [
    ...placed.comments.map((c) => c.threadId),
    ...amended.map((id) => placed.survivor(id)),
    ...placed.merged.map((m) => m.into),
  ];
  return [...new Set(ids)].filter((id) => !placed.created.has(id));
}

/** How often people outside spoke in each thread, or changed what they had said: so often an answer must be read anew. */
function countSayings({ placed, unsaid = [] }: Refresh): Map<string, number> {
  const spoken = placed.comments.filter((c) => !c.own).map((c) => c.threadId);
  const all = [...spoken, ...unsaid.map((id) => placed.survivor(id))];
  return new Map([...Map.groupBy(all, (id) => id)].map(([id, times]) => [id, times.length]));
}

/** Threads in which somebody spoke again: a promise starts where none is running. */
async function startMissing(
  house: House,
  tx: Db,
  { channelId }: Refresh,
  threads: readonly { record: ThreadRecord; heard: readonly NewComment[] }[],
): Promise<void> {
  if (threads.length === 0) return;
  const clocks = await clocksByThread(
    tx,
    threads.map((t) => t.record.id),
  );
  const wanted = threads.flatMap(({ record, heard }) =>
    wantedKinds(clocks.get(record.id) ?? []).flatMap((kind) => wantedClocks(channelId, record.id, kind, heard)),
  );
  await startClocks(tx, await loadPromises(tx), wanted, house.newId);
}

/** A row about to be inserted, with the defaults that the database would give. */
const factsOf = (row: NewComment): CommentFacts => ({
  externalId: row.externalId,
  authorId: row.authorId,
  own: row.own ?? false,
  body: row.body,
  visibility: row.visibility ?? 'public',
  removedAt: row.removedAt ?? null,
  postedAt: row.postedAt,
  language: row.language ?? null,
  sentiment: row.sentiment,
  topics: row.topics,
  urgency: row.urgency ?? 0,
  needsAnswer: row.needsAnswer ?? false,
});

/** Every comment that is to be answered asks for the clock; it will count from the first of them. */
const wantedClocks = (
  channelId: string,
  threadId: string,
  kind: WantedClock['kind'],
  comments: readonly NewComment[],
): WantedClock[] => comments.map((comment) => ({ channelId, threadId, kind, ...askOf(comment) }));
