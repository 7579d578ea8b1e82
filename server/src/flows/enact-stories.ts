// The demo's present is not written into tables: it is acted out with the flows that people use.
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { IncomingChange, IncomingComment } from '../connectors/connector.ts';
import { type ChannelKey, type PostKey, posts, type StaffKey } from '../demo/hotel.ts';
import type { Deed, Story } from '../demo/story.ts';
import { record } from '../events/record.ts';
import { type CommentRow, commentsByExternalId } from '../intake/intake.queries.ts';
import { insertReply, type ReplyRow } from '../replies/replies.queries.ts';
import { choosePolicy, loadPromises, type Promises, targetOf } from '../sla/promises.ts';
import type { Db } from '../storage/database.ts';
import { assignThread } from './claim-threads.ts';
import type { House } from './house.ts';
import { correctComment } from './judge-comments.ts';
import { moveReply } from './move-reply.ts';
import { receiveComments } from './receive-comments.ts';
import { resolveThread } from './resolve-threads.ts';
import { lookAtDeadlines } from './watch-deadlines.ts';
import { addNote } from './write-notes.ts';

/** Where the stories happen: a house whose clock is moved and whose transactions are all the same one. */
export interface Stage {
  readonly house: House;
  readonly tx: Db;
  readonly now: Date;
  setTime(at: Date): void;
  readonly channelIds: ReadonlyMap<ChannelKey, string>;
  readonly actors: ReadonlyMap<StaffKey, Actor>;
}
interface Step {
  readonly at: number;
  readonly key: string;
  readonly story: Story;
  /** null: the story opens. */
  readonly deed: Deed | null;
}

const MINUTE = 60_000;
/** For comments without a promise, so that they have an age at all. */
const NO_TARGET_MINUTES = 480;
const YOUNGEST_MINUTES = 6;

/** Acts everything out in the order of time. */
export async function enactStories(stage: Stage, stories: readonly Story[]): Promise<void> {
  const promises = await loadPromises(stage.tx);
  const steps = stories.flatMap((story, index) => stepsOf(stage, promises, story, `demo-${index + 1}`));
  for (const step of steps.toSorted((a, b) => a.at - b.at)) {
    stage.setTime(new Date(step.at));
    await enact(stage, step);
  }
  stage.setTime(stage.now);
  await lookAtDeadlines(stage.house, null);
}

function stepsOf(stage: Stage, promises: Promises, story: Story, key: string): Step[] {
  const opened = openedAt(stage, promises, story);
  const latest = stage.now.getTime() - MINUTE;
  const deeds = (story.deeds ?? []).map((deed) => ({
    at: Math.min(opened + deed.after * MINUTE, latest),
    key,
    story,
    deed,
  }));
  return [{ at: opened, key, story, deed: null }, ...deeds];
}

function openedAt({ house, now, channelIds }: Stage, promises: Promises, story: Story): number {
  const { when, text, channel, deeds = [] } = story;
  if ('ago' in when) return now.getTime() - when.ago * MINUTE;
  const { sentiment } = house.classify({ body: text, fallbackLanguage: 'de' });
  const policy = choosePolicy(promises, { channelId: channelIds.get(channel) ?? '', sentiment });
  const target = (policy && targetOf(policy, 'first')) ?? NO_TARGET_MINUTES;
  // A promise shorter than expected may not begin before its story could be told.
  const age = Math.max(target - when.dueIn, YOUNGEST_MINUTES, ...deeds.map((deed) => deed.after + 1));
  return now.getTime() - age * MINUTE;
}

async function enact(stage: Stage, { key, story, deed }: Step): Promise<void> {
  const channelId = idOf(stage, story.channel);
  if (!deed) return hear(stage, channelId, said(stage, story, key, story));
  switch (deed.does) {
    case 'says':
      return hear(stage, channelId, { ...said(stage, story, `${key}-${deed.after}`, deed), parentExternalId: key });
    case 'edits':
      return edit(stage, channelId, { ...said(stage, story, key, story), body: deed.text });
    case 'removes': {
      const last = story.deeds?.findLast((other) => other.does === 'says' && other.after <= deed.after);
      const externalId = last ? `${key}-${last.after}` : key;
      return receive(stage, channelId, { kind: 'removed', externalId, at: stage.house.clock.now(), version: null });
    }
    default:
      return work(stage, await commentOf(stage, channelId, key), deed);
  }
}

export function said(
  { house }: Stage,
  story: Story,
  externalId: string,
  what: { guest: string; text: string; likes?: number },
): IncomingComment {
  return {
    externalId,
    parentExternalId: null,
    post: story.post ? postOf(story.post) : null,
    author: authorOf(what.guest),
    body: what.text,
    postedAt: house.clock.now(),
    visibility: story.visibility ?? 'public',
    url: null,
    likes: what.likes ?? null,
    version: null,
  };
}

/** Posts and guests of the demo as the platforms would name them. */
export const postOf = (key: PostKey) => ({ externalId: key, title: posts[key], url: null });
export const authorOf = (name: string) => ({
  externalId: name,
  name,
  handle: /^[a-z0-9._]+$/.test(name) ? `@${name}` : null,
  url: null,
  own: false,
});

const receive = async ({ house }: Stage, id: string, change: IncomingChange): Promise<void> => {
  await receiveComments(house, { id, language: 'de' }, [change], { history: false });
};
const hear = (stage: Stage, channelId: string, comment: IncomingComment) =>
  receive(stage, channelId, { kind: 'comment', comment });

/** A platform tells the whole comment again; when it was written does not change. */
async function edit(stage: Stage, channelId: string, comment: IncomingComment): Promise<void> {
  const { postedAt } = await commentOf(stage, channelId, comment.externalId);
  return hear(stage, channelId, { ...comment, postedAt });
}

async function commentOf({ tx }: Stage, channelId: string, externalId: string): Promise<CommentRow> {
  const [comment] = await commentsByExternalId(tx, channelId, [externalId]);
  if (!comment) throw new Error('a story goes on that has not begun');
  return comment;
}

type Work = Extract<Deed, { does: 'assigns' | 'notes' | 'answers' | 'resolves' | 'corrects' }>;

async function work(stage: Stage, comment: CommentRow, deed: Work): Promise<void> {
  const { house } = stage;
  const actor = actorOf(stage, deed.does === 'assigns' ? deed.to : deed.by);
  if (deed.does === 'assigns') await assignThread(house, actor, comment.threadId, { assigneeId: actor.personId });
  else if (deed.does === 'notes') await addNote(house, actor, comment.threadId, { body: deed.text });
  else if (deed.does === 'resolves') await resolveThread(house, actor, comment.threadId, { reason: deed.reason });
  else if (deed.does === 'corrects') await correctComment(house, actor, comment.id, { sentiment: deed.sentiment });
  else await answer(stage, comment, actor, deed);
}

const ends = {
  published: { step: 'confirm', change: {} },
  failed: { step: 'fail', change: { failureKind: 'reauthorise', failureDetail: '401 token expired' } },
  unconfirmed: {
    step: 'lose-sight',
    change: { failureKind: 'unconfirmed', failureDetail: 'the platform did not answer in time' },
  },
} as const;

type Answer = Extract<Deed, { does: 'answers' }>;

/** As if it had been held, sent and taken: the worker has nothing left to do with it. */
async function answer(stage: Stage, comment: CommentRow, actor: Actor, deed: Answer): Promise<void> {
  const { house, tx } = stage;
  await lookAtDeadlines(house, null);
  const now = house.clock.now();
  const reply = answerRow(stage, comment, actor, deed);
  await insertReply(tx, reply);
  const { step, change } = ends[deed.ends ?? 'published'];
  const publishedAt = deed.ends ? null : now;
  const moved = await moveReply(tx, reply, step, { now, personId: actor.personId }, { ...change, publishedAt });
  if (!moved) throw new Error('an answer of the demo cannot end like this');
  await record(tx, now, moved.facts);
}

/** An answer at the moment in which the platform gets it. */
export function answerRow(
  { house }: Stage,
  comment: Pick<CommentRow, 'id' | 'threadId' | 'channelId'>,
  actor: Actor,
  deed: Answer,
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

export function idOf({ channelIds }: Stage, key: ChannelKey): string {
  const id = channelIds.get(key);
  if (!id) throw new Error(`no channel ${key}`);
  return id;
}

export function actorOf({ actors }: Stage, key: StaffKey): Actor {
  const actor = actors.get(key);
  if (!actor) throw new Error(`nobody called ${key}`);
  return actor;
}
