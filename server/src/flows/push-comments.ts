// The way in for systems that push: a request is acknowledged when all of it is durable.
import type { Pushed, PushedComment, PushedRemoval } from '@stammgast/shared/contract/integration';
import type { z } from 'zod/mini';
import { prepareConnectedChannel, updateChannel } from '../channels/channels.queries.ts';
import type { IncomingChange } from '../connectors/connector.ts';
import { cleanText, oneLine } from '../connectors/plain-text.ts';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { ProblemError, problem } from '../http/problem.ts';
import { FINAL } from '../intake/settle.ts';
import { gatherComments } from './gather-comments.ts';
import type { House } from './house.ts';
import type { ChannelRecord } from './open-channel.ts';
import type { Received } from './receiving.ts';

/** How often the time of the last push is written down. */
const NOTE_EVERY_MS = 60_000;

type Push = { comments: readonly z.output<typeof Pushed>[]; history: boolean };

/** Takes pushes of all channels. Throws 401 for a channel that is gone and 503 for one that is paused. */
export function pushComments(house: House): (channelId: string, push: Push) => Promise<readonly Received[]> {
  const channelOf = prepareConnectedChannel(house.database.reader);
  const receive = gatherComments(house);
  return async (channelId, { comments, history }) => {
    const channel = await channelOf(channelId);
    if (!channel) throw problem('auth.required', 401);
    if (channel.state === 'paused') throw problem('server.busy', 503);
    const now = house.clock.now();
    const changes = comments.map((pushed, at) => incomingOf(pushed, at, now));
    const received = await receive(channel, changes, { history });
    await noteSuccess(house, channel, now);
    return received;
  };
}

function incomingOf(pushed: z.output<typeof Pushed>, at: number, now: Date): IncomingChange {
  const { externalId } = pushed;
  for (const id of 'removed' in pushed ? [externalId] : idsOf(pushed)) refuseControls(id, at);
  return 'removed' in pushed ? removalOf(pushed, now) : { kind: 'comment', comment: commentOf(pushed, now) };
}

const idsOf = (pushed: z.output<typeof PushedComment>): string[] =>
  [pushed.externalId, pushed.parentExternalId, pushed.post?.externalId, pushed.author.externalId].filter(
    (id) => id !== undefined,
  );

/** Ids are kept exactly as they are, so they have to be text that every database can keep. */
function refuseControls(id: string, at: number): void {
  if (id.isWellFormed() && !/\p{Cc}/u.test(id)) return;
  throw new ProblemError('input.invalid', 400, { fields: [{ path: `body.comments.${at}`, code: 'invalid_format' }] });
}

function removalOf(pushed: z.output<typeof PushedRemoval>, now: Date): IncomingChange {
  const at = pushed.removedAt ? notAfter(pushed.removedAt, now) : now;
  return { kind: 'removed', externalId: pushed.externalId, at, version: pushed.version ?? FINAL };
}

function commentOf(pushed: z.output<typeof PushedComment>, now: Date) {
  const { post, author } = pushed;
  return {
    externalId: pushed.externalId,
    parentExternalId: pushed.parentExternalId ?? null,
    post: post ? { externalId: post.externalId, title: oneLine(post.title, 500), url: post.url ?? null } : null,
    author: {
      externalId: author.externalId,
      name: oneLine(author.name, 200) || '?',
      handle: author.handle ? oneLine(author.handle, 200) : null,
      url: author.url ?? null,
      own: author.own,
    },
    body: cleanText(pushed.body),
    postedAt: notAfter(pushed.postedAt, now),
    visibility: 'public' as const,
    url: pushed.url ?? null,
    likes: pushed.likes ?? null,
    version: pushed.version,
  };
}

/** Other clocks run ahead; nothing was said in the future. */
const notAfter = (instant: string, now: Date): Date => new Date(Math.min(Date.parse(instant), now.getTime()));

async function noteSuccess(house: House, channel: ChannelRecord, now: Date): Promise<void> {
  const fresh = channel.lastSuccessAt !== null && now.getTime() - channel.lastSuccessAt.getTime() < NOTE_EVERY_MS;
  if (channel.state === 'ok' && fresh) return;
  await house.database.transaction(async (tx) => {
    await updateChannel(tx, channel.id, { state: 'ok', lastSuccessAt: now });
    if (channel.state === 'ok') return;
    const change = changeOf({ state: channel.state }, { state: 'ok' });
    await record(tx, now, [{ kind: 'channel.changed', channelId: channel.id, payload: { by: 'token' }, change }]);
  });
}
