// What we do to a comment on its platform: asked first, then true here. An outcome that nobody knows is marked and looked up.
import type { Comment } from '@stammgast/shared/contract/threads';
import { type PlatformAct, verdicts, visibilityAfter } from '@stammgast/shared/domain/moderation';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { type Acted, ChannelError, type OpenChannel } from '../connectors/connector.ts';
import { isDone, tells } from '../connectors/seen.ts';
import { both, changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { changeComment, channelById } from '../threads/detail.queries.ts';
import type { House } from './house.ts';
import { aboutComment, onComment, type StoredComment, shownComment, visibleComment } from './on-comment.ts';
import { type ChannelRecord, capabilitiesOf, openChannel } from './open-channel.ts';
import { nothingPlaced } from './place-comments.ts';
import { refreshThreads } from './refresh-threads.ts';

const likes: readonly PlatformAct[] = ['like', 'unlike'];

export async function likeComment(house: House, actor: Actor, commentId: string, like: boolean): Promise<Comment> {
  const comment = await visibleComment(house.database.reader, actor, commentId);
  const act = like ? 'like' : 'unlike';
  await channelFor(house, comment.channelId, act);
  // Its mark has one place: another outcome that nobody knows is settled first, or nobody would look it up any more.
  if (comment.unsettledAct && !likes.includes(comment.unsettledAct)) throw problem('moderation.unconfirmed', 409);
  if (comment.liked === like && !comment.unsettledAct) return shownComment(house, commentId);
  return perform(house, actor, commentId, act);
}

/** Looks first: what the platform has done meanwhile is not asked for again. */
export async function settleComment(house: House, actor: Actor, commentId: string): Promise<Comment> {
  const { unsettledAct: act, ...comment } = await visibleComment(house.database.reader, actor, commentId);
  if (!act) return shownComment(house, commentId);
  const channel = await channelFor(house, comment.channelId, act);
  const seen = await openChannel(house, channel)
    ?.look?.(comment.externalId)
    .catch(() => null);
  if (seen && isDone(seen, act)) return conclude(house, actor, commentId, act, seen);
  return perform(house, actor, commentId, act);
}

/** The channel, if it can do this. */
export async function channelFor(house: House, channelId: string, act: PlatformAct): Promise<ChannelRecord> {
  const channel = await channelById(house.database.reader, channelId);
  if (!channel || !capabilitiesOf(house, channel).acts.includes(act)) throw problem('channel.not_manageable', 422);
  return channel;
}

/** What it gives back stands in the record: the reason. */
type Also = (tx: Db, comment: StoredComment, now: Date) => Promise<Record<string, unknown>>;
const nothingElse: Also = async () => ({});

/**
 * Marks the comment, asks the platform, and writes down what became of it. `also` is written with the outcome, known
 * or not; after a certain failure all is as it was before.
 */
export async function perform(
  house: House,
  actor: Actor,
  commentId: string,
  act: PlatformAct,
  also: Also = nothingElse,
): Promise<Comment> {
  const { channelId, externalId, unsettledAct } = await visibleComment(house.database.reader, actor, commentId);
  const open = openChannel(house, await channelFor(house, channelId, act));
  // Channels of the demo answer inside the house.
  if (!open) return conclude(house, actor, commentId, act, { likes: null }, also);
  await mark(house, actor, commentId, act);
  const acted = await ask(open, externalId, act).catch(async (error: unknown) => {
    if (!(error instanceof ChannelError)) throw error;
    // Certain is only that nothing has happened now: what was not known before still is not.
    await mark(house, actor, commentId, unsettledAct);
    throw problem(error.code, 502);
  });
  if (acted !== 'unknown') return conclude(house, actor, commentId, act, acted, also);
  await onComment(house, actor, commentId, async (tx, comment, now) => {
    const payload = { commentId, act, outcome: 'unconfirmed', ...(await also(tx, comment, now)) };
    const change = changeOf({ unsettledAct }, { unsettledAct: act });
    await record(tx, now, [{ kind: 'comment.acted', ...aboutComment(actor, comment), payload, change }]);
  });
  throw problem('moderation.unconfirmed', 502);
}

const mark = (house: House, actor: Actor, commentId: string, unsettledAct: PlatformAct | null): Promise<void> =>
  onComment(house, actor, commentId, (tx) => changeComment(tx, commentId, { unsettledAct }));

/** Throws ChannelError when it is certain that nothing has happened. */
async function ask(open: OpenChannel, externalId: string, act: PlatformAct): Promise<Acted | 'unknown'> {
  try {
    return (await open.act?.(externalId, act)) ?? { likes: null };
  } catch (error) {
    if (!(error instanceof ChannelError) || error.unsent) throw error;
    const seen = await open.look?.(externalId).catch(() => null);
    if (!seen || !tells(seen, act)) return 'unknown';
    if (!isDone(seen, act)) throw error;
    return seen;
  }
}

const isVerdict = (act: PlatformAct) => verdicts.find((verdict) => verdict === act);

async function conclude(
  house: House,
  actor: Actor,
  commentId: string,
  act: PlatformAct,
  { likes }: Acted,
  also: Also = nothingElse,
): Promise<Comment> {
  await onComment(house, actor, commentId, async (tx, comment, now) => {
    const { channelId, threadId: amended } = comment;
    const verdict = isVerdict(act);
    const stands = verdict ? { visibility: visibilityAfter(comment.visibility, verdict) } : { liked: act === 'like' };
    await changeComment(tx, commentId, {
      unsettledAct: null,
      ...stands,
      // Only the platform knows how many there are.
      ...(likes !== null && { likes }),
    });
    const refresh = { channelId, placed: nothingPlaced, amended: [amended], history: false, now };
    const turned = verdict ? await refreshThreads(house, tx, refresh) : null;
    const payload = { commentId, ...(await also(tx, comment, now)) };
    const { visibility, liked } = comment;
    const about = {
      ...aboutComment(actor, comment),
      change: both(changeOf(verdict ? { visibility } : { liked }, stands), turned?.get(amended)),
    };
    await record(tx, now, [
      verdict
        ? { kind: 'comment.moderated', ...about, payload: { ...payload, verdict } }
        : { kind: 'comment.acted', ...about, payload: { ...payload, act } },
    ]);
  });
  return shownComment(house, commentId);
}
