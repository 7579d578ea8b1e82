// A link for one person outside, who writes or decides about one answer without an account.
import type { GuestLink } from '@stammgast/shared/contract/guests';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { newSecret } from '../config/ids.ts';
import { hashSecret } from '../config/secret-hash.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import { closeGuestLink, type GuestLinkRow, guestLinksOf, insertGuestLink } from '../replies/guest-links.queries.ts';
import { findOutgoing, openReplyId } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { channelById, commentById } from '../threads/detail.queries.ts';
import { rowsById } from '../threads/queue.queries.ts';
import type { House } from './house.ts';
import { capabilitiesOf } from './open-channel.ts';

export interface Invited {
  readonly purpose: 'write' | 'approve';
  readonly commentId?: string | undefined;
  readonly replyId?: string | undefined;
  readonly guestName: string;
  readonly request?: string | undefined;
  readonly hours: number;
}

const HOUR_MS = 3_600_000;

/** The link's token is told once and only its hash is kept. */
export async function inviteGuest(
  house: House,
  actor: Actor,
  threadId: string,
  given: Invited,
): Promise<{ guest: GuestLink; token: string }> {
  const token = newSecret();
  const id = house.newId();
  const now = house.clock.now();
  await house.database.transaction(async (tx) => {
    const thread = await threadForWork(tx, actor, threadId);
    const { personId } = actor;
    const { channelId } = thread;
    const { purpose, guestName, request = null, hours } = given;
    await insertGuestLink(tx, {
      ...{ id, threadId, channelId, purpose, guestName, request, invitedBy: personId, createdAt: now },
      ...(purpose === 'approve' ? await waitingAnswer(tx, threadId, given) : await comment(house, tx, threadId, given)),
      tokenHash: hashSecret(token),
      expiresAt: new Date(now.getTime() + hours * HOUR_MS),
    });
    const change = { before: null, after: { guestLink: 'open', purpose, guest: house.vault.mark(guestName) } };
    await record(tx, now, [
      { kind: 'guest.invited', channelId, threadId, personId, payload: { guestLinkId: id }, change },
    ]);
  });
  const [made] = await guestLinksOf(house.database.reader, { id });
  if (!made) throw notFound();
  return { guest: presentLink(made, now), token };
}

export async function listGuests(house: House, actor: Actor, threadId: string): Promise<{ guests: GuestLink[] }> {
  const { reader } = house.database;
  const [visible] = await rowsById(reader, [threadId], actor);
  if (!visible) throw notFound();
  const now = house.clock.now();
  return { guests: (await guestLinksOf(reader, { threadId })).map((row) => presentLink(row, now)) };
}

/** It stops working at once. What was used cannot be revoked any more. */
export async function revokeGuest(house: House, actor: Actor, guestId: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    const [found] = await guestLinksOf(tx, { id: guestId });
    if (!found) throw notFound();
    const { channelId, threadId } = found.link;
    await threadForWork(tx, actor, threadId);
    const now = house.clock.now();
    if (!(await closeGuestLink(tx, guestId, { revokedAt: now }))) throw problem('guest.used', 410);
    const payload = { guestLinkId: guestId };
    const change = { before: { guestLink: 'open' }, after: { guestLink: 'revoked' } };
    await record(tx, now, [{ kind: 'guest.revoked', channelId, threadId, personId: actor.personId, payload, change }]);
  });
}

async function threadForWork(tx: Db, actor: Actor, threadId: string) {
  const [seen] = await rowsById(tx, [threadId], actor);
  if (!seen) throw notFound();
  // Threads become part of others under this lock, and take their links with them.
  await tx.dialect.lock(tx, seen.thread.channelId);
  const [row] = await rowsById(tx, [threadId], actor);
  if (!row) throw notFound();
  return row.thread;
}

async function waitingAnswer(tx: Db, threadId: string, { replyId }: Invited) {
  const reply = replyId ? (await findOutgoing(tx, replyId))?.reply : undefined;
  if (reply?.threadId !== threadId) throw wrongField('replyId');
  if (reply.state !== 'awaiting-approval') throw problem('reply.wrong_state', 409);
  return { replyId: reply.id, commentId: reply.commentId };
}

async function comment(house: House, tx: Db, threadId: string, { commentId }: Invited) {
  const found = commentId ? (await commentById(tx, commentId))?.comment : undefined;
  if (found?.threadId !== threadId || found.own) throw wrongField('commentId');
  if (found.removedAt) throw problem('reply.comment_gone', 409);
  const channel = await channelById(tx, found.channelId);
  if (!channel || capabilitiesOf(house, channel).reply === 'none') throw problem('reply.not_supported', 422);
  const open = await openReplyId(tx, found.id);
  if (open) throw problem('reply.already_open', 409, { replyId: open });
  return { replyId: null, commentId: found.id };
}

const wrongField = (name: string) =>
  new ProblemError('input.invalid', 422, { fields: [{ path: `body.${name}`, code: 'custom' }] });

function presentLink({ link, invitedBy }: GuestLinkRow, now: Date): GuestLink {
  const { id, purpose, commentId, replyId, guestName, request } = link;
  const state = link.usedAt ? 'used' : link.revokedAt ? 'revoked' : link.expiresAt <= now ? 'expired' : 'open';
  return {
    ...{ id, purpose, commentId, replyId, guestName, request, invitedBy, state },
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
  };
}
