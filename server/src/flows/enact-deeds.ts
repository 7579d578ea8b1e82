// What the fictional team does in the stories of the demo, with the flows that people use.
import { guardCodes } from '@stammgast/shared/domain/answer-check/guard-codes';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { Deed } from '../demo/story.ts';
import { record } from '../events/record.ts';
import type { CommentRow } from '../intake/intake.queries.ts';
import { cancel } from '../jobs/jobs.queries.ts';
import { latePromises, promisesOfThread } from '../promises/promises.queries.ts';
import { insertReply, type ReplyRow } from '../replies/replies.queries.ts';
import { threadsById } from '../threads/threads.queries.ts';
import { answerThread } from './answer-thread.ts';
import { assignThread } from './claim-threads.ts';
import { actorOf, type Stage } from './demo-stage.ts';
import { correctComment } from './judge-comments.ts';
import { saveDraft } from './keep-drafts.ts';
import { addPromise, changePromise } from './keep-promises.ts';
import { moveReply } from './move-reply.ts';
import { breakPromise, reminderJob } from './remind-of-promises.ts';
import { resolveThread } from './resolve-threads.ts';
import { snoozeThread } from './snooze-threads.ts';
import { tagThread } from './tag-threads.ts';
import { lookAtDeadlines } from './watch-deadlines.ts';
import { addNote } from './write-notes.ts';

type Does<Kind extends Deed['does']> = Extract<Deed, { does: Kind }>;
export type TeamDeed = Exclude<Deed, Does<'says' | 'edits' | 'removes'>>;

export async function perform(stage: Stage, comment: CommentRow, deed: TeamDeed): Promise<unknown> {
  const { house } = stage;
  const { id, threadId } = comment;
  const actor = actorOf(stage, deed.does === 'assigns' ? deed.to : deed.by);
  switch (deed.does) {
    case 'assigns':
      return assignThread(house, actor, threadId, { assigneeId: actor.personId });
    case 'notes':
      return note(stage, comment, actor, deed);
    case 'tags':
      return tagThread(house, actor, threadId, { add: deed.tags });
    case 'snoozes': {
      const until = fromNow(stage, deed.until).toISOString();
      return snoozeThread(house, actor, threadId, { until, pastDue: true });
    }
    case 'drafts':
      return draft(stage, comment, actor, deed);
    case 'submits':
      return submit(stage, comment, actor, deed);
    case 'promises':
      return promise(stage, comment, actor, deed);
    case 'answers':
      return answer(stage, comment, actor, deed);
    case 'resolves':
      return resolveThread(house, actor, threadId, { reason: deed.reason });
    case 'corrects':
      return correctComment(house, actor, id, { sentiment: deed.sentiment });
  }
}

const fromNow = ({ now }: Stage, minutes: number) => new Date(now.getTime() + minutes * 60_000);

function note(stage: Stage, { threadId }: CommentRow, actor: Actor, { text, calls = [] }: Does<'notes'>) {
  const mentions = calls.map((key) => actorOf(stage, key).personId);
  return addNote(stage.house, actor, threadId, { body: text, mentions });
}

async function draft({ house, tx }: Stage, { id, threadId }: CommentRow, actor: Actor, { text }: Does<'drafts'>) {
  const said = (await threadsById(tx, [threadId]))[0]?.said ?? 0;
  const written = { body: text, commentId: id, shared: true, said, snippetId: null, base: 0, keep: false };
  return saveDraft(house, actor, threadId, 'answer', { ...written, idempotencyKey: `demo-draft-${id}` });
}

function submit({ house }: Stage, { id, threadId }: CommentRow, actor: Actor, { text }: Does<'submits'>) {
  const waits = { commentId: id, body: text, idempotencyKey: `demo-waits-${id}`, resolve: false, approval: true };
  return answerThread(house, actor, threadId, { ...waits, confirmed: guardCodes });
}

async function promise(stage: Stage, { threadId }: CommentRow, actor: Actor, { words, dueIn }: Does<'promises'>) {
  const dueAt = fromNow(stage, dueIn).toISOString();
  // What the machine finds in the answer depends on the time of day.
  const found = (await promisesOfThread(stage.tx, threadId)).find((one) => one.state === 'suggested');
  if (found) return changePromise(stage.house, actor, found.id, { step: 'confirm', dueAt });
  return addPromise(stage.house, actor, threadId, { words, dueAt });
}

/** What was promised for a time that has come: told already, so that nothing is left to be told at the first start. */
export async function breakLatePromises({ tx, now, channelIds }: Stage): Promise<void> {
  for (const promise of await latePromises(tx, [...channelIds.values()], now)) {
    await cancel(tx, reminderJob(promise, now).uniqueKey);
    await breakPromise(tx, promise, now);
  }
}

const ends = {
  published: { step: 'confirm', change: {} },
  failed: { step: 'fail', change: { failureKind: 'reauthorise', failureDetail: '401 token expired' } },
  unconfirmed: {
    step: 'lose-sight',
    change: { failureKind: 'unconfirmed', failureDetail: 'the platform did not answer in time' },
  },
} as const;

/** As if it had been held, sent and taken: the worker has nothing left to do with it. */
async function answer(stage: Stage, comment: CommentRow, actor: Actor, deed: Does<'answers'>): Promise<void> {
  const { house, tx } = stage;
  await lookAtDeadlines(house, null);
  const now = house.clock.now();
  const reply = answerRow(stage, comment, actor, deed);
  await insertReply(tx, reply);
  const { step, change } = ends[deed.ends ?? 'published'];
  const publishedAt = deed.ends ? null : now;
  const by = { now, personId: actor.personId, newId: house.newId };
  const moved = await moveReply(tx, reply, step, by, { ...change, publishedAt });
  if (!moved) throw new Error('an answer of the demo cannot end like this');
  await record(tx, now, moved.facts);
}

/** An answer at the moment in which the platform gets it. */
export function answerRow(
  { house }: Stage,
  comment: Pick<CommentRow, 'id' | 'threadId' | 'channelId'>,
  actor: Actor,
  deed: Does<'answers'>,
): ReplyRow {
  const now = house.clock.now();
  return {
    id: house.newId(),
    threadId: comment.threadId,
    channelId: comment.channelId,
    commentId: comment.id,
    personId: actor.personId,
    body: deed.text,
    state: 'publishing',
    openFor: comment.id,
    idempotencyKey: `demo-${comment.id}-${deed.after}`,
    resolve: deed.resolve ?? false,
    holdUntil: now,
    claimedAt: now,
    attempts: 1,
    externalId: null,
    url: null,
    openUrl: null,
    failureKind: null,
    failureDetail: null,
    createdAt: new Date(now.getTime() - house.undoSeconds * 1000),
    publishedAt: null,
    snippetId: null,
    confirmed: [],
    guestName: null,
    version: 1,
  };
}
