// Somebody outside opens their link: sees one comment and what belongs to it, and writes or decides about one answer.
import type { GuestView } from '@stammgast/shared/contract/guests';
import { mayEver } from '@stammgast/shared/domain/permissions';
import { sameText } from '@stammgast/shared/domain/same-text';
import { hashSecret } from '../config/secret-hash.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { closeGuestLink, type FoundLink, guestLinkByToken } from '../replies/guest-links.queries.ts';
import { repliesOfThread } from '../replies/present.ts';
import { findOutgoing, type Outgoing } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting, registerOf } from '../storage/settings.ts';
import { forgiveVisit, startVisit } from '../team/throttle.ts';
import { commentsOfThread, worksOn } from '../threads/detail.queries.ts';
import { threadsById } from '../threads/threads.queries.ts';
import { acceptAnswer, onceMoreIfRaced } from './answer-thread.ts';
import type { House } from './house.ts';
import { capabilitiesOf } from './open-channel.ts';
import { giveBack, release } from './release-reply.ts';
import { throttled } from './sign-in.ts';

export interface Visit {
  readonly token: string;
  readonly address: string;
  /** Who is signed in in the same browser, if anybody. */
  readonly personId: string | null;
}
export interface GuestDecision {
  readonly decision: 'write' | 'approve' | 'reject';
  readonly body?: string | undefined;
  readonly remark?: string | undefined;
  readonly version?: number | undefined;
  readonly mark?: string | undefined;
}
interface Opened extends FoundLink {
  readonly outgoing: Outgoing | null;
}

export const readGuestLink = (house: House, visit: Visit): Promise<GuestView> =>
  withinThrottle(house, visit, async () => {
    const opened = await openLink(house, house.database.reader, visit.token);
    return describe(house, opened);
  });

/** The first decision uses the link up; what is refused leaves it as it was. */
export const answerGuestLink = (house: House, visit: Visit, given: GuestDecision): Promise<void> =>
  withinThrottle(house, visit, () =>
    onceMoreIfRaced(house, async (tx) => {
      const opened = await openLocked(house, tx, visit.token);
      const { link, comment } = opened;
      const now = house.clock.now();
      if (given.mark !== undefined && given.mark !== markOf(comment.body)) throw problem('reply.text_changed', 409);
      if (!(await closeGuestLink(tx, link.id, { usedAt: now }))) throw problem('guest.used', 410);
      await (link.purpose === 'write' ? write(house, tx, opened, given) : decide(house, tx, opened, visit, given));
      const { channelId, threadId } = comment;
      const payload = { guestLinkId: link.id, decision: given.decision };
      const change = { before: { guestLink: 'open' }, after: { guestLink: 'used' } };
      await record(tx, now, [{ kind: 'guest.answered', channelId, threadId, payload, change }]);
    }),
  );

/** Only tries that open nothing count, so that nobody can go through tokens; known and unknown take the same way. */
async function withinThrottle<T>({ database, clock }: House, visit: Visit, work: () => Promise<T>): Promise<T> {
  const now = clock.now();
  const { key, refusedUntil } = await database.transaction((tx) => startVisit(tx, visit.address, now));
  if (refusedUntil) throw throttled(refusedUntil, now);
  const result = await work();
  await database.transaction((tx) => forgiveVisit(tx, key));
  return result;
}

/** Unknown, expired, revoked and pointless links cannot be told apart; a used one may say so to who holds it. */
async function openLink(house: House, db: Db, token: string): Promise<Opened> {
  const found = await guestLinkByToken(db, hashSecret(token));
  if (!found) throw problem('auth.token_invalid', 404);
  if (found.link.usedAt) throw problem('guest.used', 410);
  const outgoing = found.link.replyId ? await findOutgoing(db, found.link.replyId) : null;
  if (!isValid(house, found, outgoing) || !(await worksOn(db, found.inviter.id, found.channel.id))) {
    throw problem('auth.token_invalid', 404);
  }
  return { ...found, outgoing };
}

/**
 * Under the channel's lock: the words that are compared are those that stand when it is decided, and a link that somebody
 * else is just using up says so.
 */
async function openLocked(house: House, tx: Db, token: string): Promise<Opened> {
  const found = await guestLinkByToken(tx, hashSecret(token));
  if (found) await tx.dialect.lock(tx, found.channel.id);
  return openLink(house, tx, token);
}

function isValid(house: House, { link, inviter, comment, channel }: FoundLink, outgoing: Outgoing | null): boolean {
  if (link.revokedAt || link.expiresAt <= house.clock.now()) return false;
  // Whoever has lost the right to release answers has lost it for their guests too.
  if (!mayEver(inviter.role, 'reply.approve')) return false;
  if (comment.removedAt || channel.removedAt || capabilitiesOf(house, channel).reply === 'none') return false;
  return link.purpose === 'write' || outgoing?.reply.state === 'awaiting-approval';
}

async function describe(house: House, { link, comment, authorName, channel, outgoing }: Opened): Promise<GuestView> {
  const db = house.database.reader;
  const settings = await readSetting(db, 'house');
  const { purpose, guestName, request } = link;
  return {
    ...{ purpose, guestName, request },
    houseName: settings?.name ?? '',
    locale: settings?.locale ?? 'de',
    register: registerOf(settings),
    expiresAt: link.expiresAt.toISOString(),
    comment: {
      ...{ authorName, platform: channel.platform, body: comment.body, language: comment.language },
      postedAt: comment.postedAt.toISOString(),
      mark: markOf(comment.body),
    },
    answers: await publicAnswers(db, comment.threadId),
    proposed: outgoing && { body: outgoing.reply.body, version: outgoing.reply.version },
    maxLength: capabilitiesOf(house, channel).maxReplyLength,
  };
}

/** What everybody can read of ours in this thread, whether it was sent from here or not. */
async function publicAnswers(db: Db, threadId: string): Promise<GuestView['answers']> {
  const sent = (await repliesOfThread(db, threadId)).flatMap(({ state, body, publishedAt }) =>
    state === 'published' && publishedAt ? [{ body, publishedAt }] : [],
  );
  const elsewhere = (await commentsOfThread(db, threadId))
    .filter(({ comment: c }) => c.own && c.visibility === 'public' && c.removedAt === null)
    .filter(({ comment: c }) => !sent.some(({ body }) => sameText(body, c.body)))
    .map(({ comment: c }) => ({ body: c.body, publishedAt: c.postedAt.toISOString() }));
  return [...sent, ...elsewhere].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
}

/** A text of somebody outside goes nowhere before who asked for it, or a colleague with the same right, releases it. */
async function write(house: House, tx: Db, { link, inviter, comment }: Opened, given: GuestDecision): Promise<void> {
  if (given.decision !== 'write' || !given.body) throw problem('input.invalid', 422);
  const [thread] = await threadsById(tx, [comment.threadId]);
  const actor = { personId: inviter.id, role: inviter.role, channels: [comment.channelId] };
  await acceptAnswer(house, tx, actor, comment.threadId, {
    commentId: comment.id,
    body: given.body,
    idempotencyKey: `guest-${link.id}`,
    resolve: false,
    guestName: link.guestName,
    // What else happens in the thread is not for guests to see; whoever releases the text does.
    said: thread?.said,
    second: true,
    alongside: true,
  });
}

async function decide(
  house: House,
  tx: Db,
  { link, outgoing }: Opened,
  visit: Visit,
  { decision, body, remark, version = 0 }: GuestDecision,
): Promise<void> {
  if (!outgoing || decision === 'write') throw problem('input.invalid', 422);
  if (outgoing.reply.personId === visit.personId) throw problem('reply.own_approval', 409);
  const by = { guestLinkId: link.id };
  if (decision === 'approve') await release(house, tx, outgoing, by, { version, body });
  else if (remark) await giveBack(house, tx, outgoing, by, { version, remark });
  else throw problem('input.invalid', 422);
}

const markOf = (text: string): string => hashSecret(text).slice(0, 16);
