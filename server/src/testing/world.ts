import { randomBytes, randomUUID } from 'node:crypto';
import { hashSecret } from '../config/secret-hash.ts';
import type { TestApp } from './open-test-app.ts';

const replyKinds = [
  'queued',
  'failed',
  'unconfirmed',
  'by-hand',
  'publishing',
  'awaiting-approval',
  'approved',
] as const;
type ReplyKind = (typeof replyKinds)[number];

/** One channel with everything that can hang on it, made anew for every request that may change it. */
export interface World {
  readonly channelId: string;
  /** The channel's bearer token. */
  readonly token: string;
  readonly threadId: string;
  readonly commentId: string;
  /** In the same thread, by somebody else. */
  readonly secondCommentId: string;
  /** A thread of the same channel. */
  readonly otherThreadId: string;
  /** Who wrote the first comment, and who the second. */
  readonly authorId: string;
  readonly otherAuthorId: string;
  /** Karl asks to hide the first comment. */
  readonly moderationId: string;
  readonly replies: Readonly<Record<ReplyKind, string>>;
  /** Somebody without a session, to be changed. */
  readonly personId: string;
  readonly invitationId: string;
  readonly invitationToken: string;
  readonly policyId: string;
  /** Holds nothing but the channel of this world. */
  readonly teamId: string;
  /** An open link to write an answer, and its token. */
  readonly guestId: string;
  readonly guestToken: string;
  /** Found in an answer, not confirmed yet. */
  readonly promiseId: string;
  /** A storm on the channel, over by now; the number as it stands in an address. */
  readonly incident: string;
  /** For the channel of this world. */
  readonly snippetId: string;
  /** Waits for a review; and one of Karl's answers whose review he disputes, which may be an example. */
  readonly sampleId: string;
  readonly reviewId: string;
  readonly exampleId: string;
  readonly calibrationId: string;
  /** Stands in every text of this world; nobody outside may ever read it. */
  readonly canary: string;
  /** Stands in what Karl writes for himself alone; nobody at all may ever read it. */
  readonly secret: string;
}

/** Makes a channel with threads, answers in every state, and a person, an invitation and a policy beside it. */
export async function makeWorld(open: TestApp): Promise<World> {
  const names = {
    canary: `canary-${randomBytes(6).toString('hex')}`,
    secret: `secret-${randomBytes(6).toString('hex')}`,
    token: randomBytes(24).toString('hex'),
    channelId: randomUUID(),
    personId: randomUUID(),
    invitationId: randomUUID(),
    invitationToken: randomBytes(24).toString('hex'),
    policyId: randomUUID(),
    teamId: randomUUID(),
    snippetId: randomUUID(),
    guestId: randomUUID(),
    sampleId: randomUUID(),
    reviewId: randomUUID(),
    exampleId: randomUUID(),
    calibrationId: randomUUID(),
    guestToken: randomBytes(24).toString('hex'),
  };
  await addSurroundings(open, names);
  const comments = await pushComments(open, names);
  const [first, second, other] = [comments.get('open'), comments.get('second'), comments.get('queued')];
  if (!first || !second || !other) throw new Error('the world has no comments');
  const replies = await addReplies(open, names, comments);
  const promiseId = await addPromise(open, names, first.threadId);
  const incident = await addIncident(open, names, first.threadId);
  await addGuestLink(open, names, first);
  await addWork(open, names, first);
  await addReviews(open, names, first.threadId);
  return {
    ...names,
    replies,
    promiseId,
    incident,
    threadId: first.threadId,
    commentId: first.id,
    secondCommentId: second.id,
    authorId: first.authorId,
    otherAuthorId: second.authorId,
    otherThreadId: other.threadId,
    moderationId: await addModeration(open, names, first),
  };
}

type Made =
  | 'authorId'
  | 'otherAuthorId'
  | 'moderationId'
  | 'replies'
  | 'promiseId'
  | 'incident'
  | 'threadId'
  | 'commentId'
  | 'secondCommentId'
  | 'otherThreadId';
type Names = Omit<World, Made>;
type Comments = ReadonlyMap<string, { id: string; threadId: string; authorId: string }>;

async function addSurroundings({ house }: TestApp, names: Names): Promise<void> {
  const { canary, channelId, personId, invitationId, policyId, snippetId, teamId } = names;
  const createdAt = house.clock.now();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  const tokenHash = hashSecret(names.token);
  await house.database.transaction(async (tx) => {
    const { channels, people, invitations, slaPolicies, snippets, teams } = tx.tables;
    await tx.insert(teams).values({ id: teamId, name: canary, folded: canary });
    await tx
      .insert(channels)
      .values({ id: channelId, platform: 'api', name: canary, teamId, settings: {}, tokenHash, createdAt });
    await tx
      .insert(people)
      .values({ id: personId, name: 'Karl', email: `${personId}@x.example`, role: 'agent', createdAt });
    const written = { name: canary, folded: canary, language: 'de', bodySie: canary, updatedBy: personId } as const;
    await tx.insert(snippets).values({ id: snippetId, channelId, ...written, updatedAt: createdAt });
    await tx.insert(invitations).values({
      id: invitationId,
      tokenHash: hashSecret(names.invitationToken),
      name: 'Karla',
      email: `${invitationId}@x.example`,
      role: 'agent',
      channelIds: [],
      invitedBy: personId,
      createdAt,
      expiresAt,
    });
    await tx
      .insert(slaPolicies)
      .values({ id: policyId, position: 1, name: 'Eilig', sentiment: 'negative', firstMinutes: 60 });
  });
}

async function pushComments({ house, inject }: TestApp, { canary, channelId, token }: Names): Promise<Comments> {
  const postedAt = house.clock.now().toISOString();
  const comments = ['open', 'second', ...replyKinds].map((externalId) => ({
    externalId,
    ...(externalId === 'second' ? { parentExternalId: 'open' } : {}),
    author: { externalId: `author-${externalId}`, name: canary },
    body: `Das Frühstück war kalt. ${canary}`,
    postedAt,
  }));
  const headers = { authorization: `Bearer ${token}` };
  const pushed = await inject({ method: 'POST', url: '/api/v1/comments', headers, payload: { comments } });
  if (pushed.statusCode !== 200) throw new Error(`the world could not be made: ${pushed.body}`);
  const { reader } = house.database;
  const stored = await reader.select().from(reader.tables.comments);
  return new Map(stored.filter((row) => row.channelId === channelId).map((row) => [row.externalId, row]));
}

async function addModeration(
  { house }: TestApp,
  { channelId, personId, canary }: Names,
  comment: { id: string; threadId: string },
): Promise<string> {
  const id = randomUUID();
  await house.database.transaction(async (tx) => {
    await tx.insert(tx.tables.moderations).values({
      id,
      commentId: comment.id,
      threadId: comment.threadId,
      channelId,
      verdict: 'hide',
      reason: 'other',
      remark: canary,
      requestedBy: personId,
      requestedAt: house.clock.now(),
      openFor: comment.id,
    });
  });
  return id;
}

/** Made by somebody who may: the link of anybody else opens nothing. */
async function addGuestLink(
  { house }: TestApp,
  names: Names,
  comment: { id: string; threadId: string },
): Promise<void> {
  const { canary, channelId, guestId: id, guestToken } = names;
  const createdAt = house.clock.now();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  const invitedBy = randomUUID();
  await house.database.transaction(async (tx) => {
    const { people, memberships, guestLinks } = tx.tables;
    const email = `${invitedBy}@x.example`;
    await tx.insert(people).values({ id: invitedBy, name: 'Berta', email, role: 'lead', createdAt });
    await tx.insert(memberships).values({ id: randomUUID(), personId: invitedBy, channelId });
    await tx.insert(guestLinks).values({
      ...{ id, channelId, invitedBy, createdAt, expiresAt, guestName: canary },
      tokenHash: hashSecret(guestToken),
      purpose: 'write',
      threadId: comment.threadId,
      commentId: comment.id,
    });
  });
}

/** Held, not yet claimed by a worker. */
const held = new Set<ReplyKind>(['queued', 'approved']);

async function addReplies({ house }: TestApp, names: Names, comments: Comments): Promise<World['replies']> {
  const now = house.clock.now();
  const later = new Date(now.getTime() + 3_600_000);
  const rows = replyKinds.map((kind) => {
    const comment = comments.get(kind);
    if (!comment) throw new Error(`the world has no comment for ${kind}`);
    return {
      kind,
      id: randomUUID(),
      threadId: comment.threadId,
      channelId: names.channelId,
      commentId: comment.id,
      personId: names.personId,
      body: names.canary,
      state: kind === 'approved' ? ('queued' as const) : kind,
      openFor: kind === 'failed' ? null : comment.id,
      idempotencyKey: randomUUID(),
      holdUntil: held.has(kind) ? later : null,
      claimedAt: held.has(kind) || kind === 'awaiting-approval' ? null : now,
      createdAt: now,
    };
  });
  await house.database.transaction(async (tx) => {
    await tx.insert(tx.tables.replies).values(rows);
    await tx.insert(tx.tables.approvals).values(
      rows
        .filter(({ kind }) => kind === 'approved' || kind === 'awaiting-approval')
        .map(({ kind, id: replyId, threadId, channelId }) => ({
          id: randomUUID(),
          replyId,
          threadId,
          channelId,
          reasons: ['always'],
          requestedBy: names.personId,
          requestedAt: now,
          decision: kind === 'approved' ? ('approved' as const) : null,
        })),
    );
  });
  return Object.fromEntries(rows.map((row) => [row.kind, row.id])) as Record<ReplyKind, string>;
}

async function addPromise({ house }: TestApp, { channelId, canary }: Names, threadId: string): Promise<string> {
  const id = randomUUID();
  const createdAt = house.clock.now();
  const dueAt = new Date(createdAt.getTime() + 3_600_000);
  await house.database.transaction(async (tx) => {
    const { promises } = tx.tables;
    await tx.insert(promises).values({ id, threadId, channelId, words: canary, dueAt, state: 'suggested', createdAt });
  });
  return id;
}

async function addIncident({ house }: TestApp, { channelId, canary }: Names, threadId: string): Promise<string> {
  const startedAt = house.clock.now();
  return house.database.transaction(async (tx) => {
    const { incidents, incidentChannels, incidentThreads, posts } = tx.tables;
    const postId = randomUUID();
    await tx.insert(posts).values({ id: postId, channelId, externalId: postId, title: canary });
    const [row] = await tx
      .insert(incidents)
      .values({ startedAt, endedAt: startedAt, level: 3, peak: 3, rises: [], steps: [], leads: [], lesson: canary })
      .returning();
    const incident = row?.number ?? 0;
    const line = { first: 0, counts: [4], expected: [null], alpha: 0 };
    await tx.insert(incidentChannels).values({
      ...{ id: randomUUID(), incident, channelId, level: 3, since: startedAt, comments: 4, critics: 4, line },
      posts: [{ postId, comments: 4 }],
    });
    await tx.insert(incidentThreads).values({ id: randomUUID(), incident, threadId, channelId, joinedAt: startedAt });
    return String(incident);
  });
}

/** A tag, a view of the team, a note, and texts of Karl: one that colleagues may read, others for himself. */
async function addWork(
  { house }: TestApp,
  { channelId, personId, canary, secret }: Names,
  { id: commentId, threadId }: { id: string; threadId: string },
): Promise<void> {
  const createdAt = house.clock.now();
  const [tagId, noteId] = [randomUUID(), randomUUID()];
  const draft = { threadId, channelId, personId, commentId, idempotencyKey: randomUUID(), updatedAt: createdAt };
  await house.database.transaction(async (tx) => {
    const { tags, threadTags, views, notes, mentions, drafts, draftVersions } = tx.tables;
    await tx.insert(tags).values({ id: tagId, name: canary, folded: canary, createdAt });
    await tx.insert(threadTags).values({ id: randomUUID(), threadId, tagId });
    await tx.insert(views).values([
      {
        ...{ id: randomUUID(), name: canary, query: `account:${canary}`, personId: null, position: 0 },
        ...{ createdBy: personId, createdAt },
      },
      {
        ...{ id: randomUUID(), name: secret, query: `author:${secret}`, personId, position: 0 },
        ...{ createdBy: personId, createdAt },
      },
    ]);
    await tx.insert(notes).values({ id: noteId, threadId, personId, body: canary, createdAt });
    await tx.insert(mentions).values({ id: randomUUID(), noteId, threadId, personId, createdAt });
    await tx.insert(drafts).values([
      { ...draft, id: randomUUID(), kind: 'answer', body: canary, shared: true },
      { ...draft, id: randomUUID(), kind: 'note', body: secret, shared: false },
    ]);
    await tx
      .insert(draftVersions)
      .values({ id: randomUUID(), threadId, personId, kind: 'answer', body: secret, savedAt: createdAt });
  });
}

/** What a reviewer has to do with Karl's threads: one that waits, one that he disputes, an example, a calibration. */
async function addReviews({ house }: TestApp, names: Names, threadId: string): Promise<void> {
  const { channelId, personId: authorId, canary } = names;
  const at = house.clock.now();
  const [sampleId, openedBy] = [randomUUID(), randomUUID()];
  const where = { threadId, channelId };
  const sample = { ...where, authorId, cycle: '2026-W10', reasons: ['random' as const], wanted: 1, resolvedAt: at };
  await house.database.transaction(async (tx) => {
    const { reviewSamples, reviews, examples, calibrations } = tx.tables;
    await tx.insert(reviewSamples).values([
      { ...sample, id: names.sampleId, key: names.sampleId },
      { ...sample, id: sampleId, key: sampleId, done: 1 },
    ]);
    await tx.insert(reviews).values({
      ...{ id: names.reviewId, sampleId, channelId, authorId, reviewerId: openedBy, cycle: '2026-W10', critical: [] },
      ...{ savedAt: at, note: canary, disputedAt: at, disputeComment: canary },
    });
    const asked = { consent: 'asked', proposedBy: openedBy, changedAt: at } as const;
    await tx.insert(examples).values({ id: names.exampleId, replyId: randomUUID(), ...where, authorId, ...asked });
    await tx.insert(calibrations).values({ id: names.calibrationId, channelId, openedBy, openedAt: at });
  });
}
