// The only place from which an answer leaves the house. Never throws: every outcome has a name.
import type { failureKinds } from '@stammgast/shared/contract/replies';
import {
  ChannelError,
  type OpenChannel,
  type OutgoingReply,
  PublishError,
  type Published,
} from '../connectors/connector.ts';
import type { Outgoing } from '../replies/replies.queries.ts';
import type { House } from './house.ts';
import { capabilitiesOf, openChannel } from './open-channel.ts';

export interface Failure {
  readonly is: 'failed';
  readonly kind: (typeof failureKinds)[number];
  readonly detail: string;
  readonly retryAfterMs: number | null;
}
export type Sent = { readonly is: 'taken'; readonly published: Published; readonly seen: boolean } | Failure;
export type Seen =
  | { readonly is: 'taken'; readonly published: Published; readonly seen: true }
  | { readonly is: 'absent' }
  | Failure;

/** One call to a platform may take this long; connectors have shorter limits for each request. */
export const CALL_MS = 15_000;
const simulated: Published = { state: 'published', externalId: null, url: null };

const failed = (kind: Failure['kind'], detail: string, retryAfterMs: number | null = null): Failure => ({
  is: 'failed',
  kind,
  detail: detail.slice(0, 500),
  retryAfterMs,
});

/**
 * Sends a claimed answer. After an earlier attempt, also of the same words, it looks at the platform first, so that nothing is posted twice.
 * `mayStillSend` is asked at the last moment: a worker that was stopped for a while has lost the right to send.
 */
export async function sendReply(house: House, outgoing: Outgoing, mayStillSend: () => boolean): Promise<Sent> {
  if (house.demo || outgoing.channel.demo) return { is: 'taken', published: simulated, seen: false };
  const channel = open(house, outgoing);
  if ('is' in channel) return channel;
  const known = await lookFirst(channel, outgoing);
  if (known) return known;
  const until = house.clock.now().getTime() + CALL_MS;
  if (!mayStillSend()) return failed('retry', 'the worker was held up before it could send');
  if (channel.publish) return publishUntil(house, outgoing, until);
  if (capabilitiesOf(house, outgoing.channel).reply !== 'fetched') {
    return failed('rejected', 'the channel cannot publish answers');
  }
  return { is: 'taken', published: { state: 'accepted', externalId: null, url: null }, seen: false };
}

/** Before a second attempt. Null: send it; a look that fails is a reason to wait. */
async function lookFirst(channel: OpenChannel, outgoing: Outgoing): Promise<Sent | null> {
  if (isFirstAttempt(outgoing.reply) || !channel.findPublished) return null;
  const seen = await lookWith(channel, outgoing);
  if (seen.is === 'absent') return null;
  return seen.is === 'taken' || seen.kind === 'reauthorise' ? seen : { ...seen, kind: 'retry' };
}

/** Claimed before it was written: an answer with the same words, given up since, has gone out before. */
const isFirstAttempt = ({ attempts, claimedAt, createdAt }: Outgoing['reply']): boolean =>
  attempts <= 1 && (claimedAt === null || claimedAt >= createdAt);

/** Looks for an answer on the platform. Null: this platform cannot be asked. */
export async function lookForReply(house: House, outgoing: Outgoing): Promise<Seen | null> {
  if (house.demo || outgoing.channel.demo) return { is: 'taken', published: simulated, seen: true };
  const channel = open(house, outgoing);
  if ('is' in channel) return channel;
  return channel.findPublished ? lookWith(channel, outgoing) : null;
}

/** Can the platform be asked whether an answer is there? */
export function canLook(house: House, outgoing: Outgoing): boolean {
  const channel = open(house, outgoing);
  return !('is' in channel) && channel.findPublished !== undefined;
}

function open(house: House, { channel }: Outgoing, maySend?: () => boolean): OpenChannel | Failure {
  try {
    return openChannel(house, channel, maySend) ?? failed('rejected', 'the channel is disconnected');
  } catch (error) {
    return failed('reauthorise', `the channel's settings cannot be used: ${String(error)}`);
  }
}

/** Connectors may ask the platform this and that before: what is to be public must not leave when others took over. */
async function publishUntil(house: House, outgoing: Outgoing, until: number): Promise<Sent> {
  const channel = open(house, outgoing, () => house.clock.now().getTime() < until);
  return 'is' in channel ? channel : publish(channel, outgoing);
}

async function publish(channel: OpenChannel, outgoing: Outgoing): Promise<Sent> {
  try {
    const published = await within(CALL_MS, channel.publish?.(asSent(outgoing)));
    if (!published) return failed('unconfirmed', 'the platform did not answer in time');
    return { is: 'taken', published, seen: false };
  } catch (error) {
    if (error instanceof PublishError) return failed(error.kind, error.message, error.retryAfterMs);
    // Whatever this is, the request may have arrived.
    return failed('unconfirmed', String(error));
  }
}

async function lookWith(channel: OpenChannel, outgoing: Outgoing): Promise<Seen> {
  try {
    const found = await within(CALL_MS, channel.findPublished?.(asSent(outgoing)));
    if (!found) return failed('unconfirmed', 'the platform did not answer in time');
    return found === 'absent' ? { is: 'absent' } : { is: 'taken', published: found, seen: true };
  } catch (error) {
    const kind =
      error instanceof ChannelError && error.code === 'channel.wrong_credentials' ? 'reauthorise' : 'unconfirmed';
    return failed(kind, String(error), error instanceof PublishError ? error.retryAfterMs : null);
  }
}

const asSent = ({ reply, comment, post }: Outgoing): OutgoingReply => ({
  id: reply.id,
  body: reply.body,
  comment: { externalId: comment.externalId, url: comment.url },
  post: post && { externalId: post.externalId, url: post.url },
  claimedAt: reply.claimedAt ?? reply.createdAt,
});

/** Null after that time. The work goes on, but nobody waits for it any more. */
async function within<T>(ms: number, work: Promise<T> | undefined): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return (await Promise.race([work, late])) ?? null;
  } finally {
    clearTimeout(timer);
  }
}
