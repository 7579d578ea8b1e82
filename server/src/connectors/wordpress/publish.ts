import { z } from 'zod';
import { ChannelError, type OutgoingReply, PublishError, type Published } from '../connector.ts';
import { fingerprint, webAddress } from '../plain-text.ts';
import { type Answer, type Blog, parsed } from './blog.ts';
import { isUnknown } from './fetch.ts';
import { commentFields, instantOf, isGone, textOf, WpComment } from './mapping.ts';

/** The blog's clock may be a little behind ours. */
const CLOCK_SLACK_MS = 2 * 60_000;

export async function publish(blog: Blog, reply: OutgoingReply): Promise<Published> {
  const post = await parentPost(blog, reply);
  const answer = await sent(blog, reply, post);
  const comment = WpComment.pick({ id: true, status: true, link: true }).safeParse(answer.json);
  if (answer.status === 201 && comment.success) return publishedAs(comment.data);
  if (answer.status !== 409) throw failureOf(answer);
  // Word for word the same stands there already: ours, from an attempt whose answer was lost. WordPress notices that
  // only for texts without quotes and backslashes, so it is no protection: the look-up before a second try is.
  const found = await findPublished(blog, reply).catch(() => 'absent' as const);
  if (found !== 'absent') return found;
  throw new PublishError('unconfirmed', 'HTTP 409 comment_duplicate');
}

/** WordPress takes answers to comments that do not exist, so the parent is looked at first. Nothing is sent by this. */
async function parentPost(blog: Blog, reply: OutgoingReply): Promise<number> {
  try {
    const answer = await blog.get(`/wp/v2/comments/${encodeURIComponent(reply.comment.externalId)}`, {
      context: 'edit',
      _fields: 'id,post,status',
    });
    if (isUnknown(answer)) throw new PublishError('rejected', 'the comment is gone');
    const parent = parsed(z.object({ post: z.number(), status: z.string() }), answer);
    if (isGone(parent.status)) throw new PublishError('rejected', 'the comment is in the trash');
    await blog.me();
    return parent.post;
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    const refused = error.code === 'channel.wrong_credentials' || error.code === 'channel.no_rights';
    throw new PublishError(refused ? 'reauthorise' : 'retry', error.message);
  }
}

async function sent(blog: Blog, reply: OutgoingReply, post: number): Promise<Answer> {
  try {
    return await blog.post('/wp/v2/comments', {
      post,
      parent: Number(reply.comment.externalId),
      content: escapeHtml(reply.body),
    });
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    throw new PublishError(error.unsent ? 'retry' : 'unconfirmed', error.message);
  }
}

/** What an administrator writes, WordPress shows as HTML, scripts included: answers are text. */
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function failureOf(answer: Answer): PublishError {
  const { status } = answer;
  const detail = `HTTP ${status}${answer.code ? ` ${answer.code.slice(0, 80)}` : ''}`;
  if (status === 401) return new PublishError('reauthorise', detail);
  if (status === 429) return new PublishError('retry', detail, answer.retryAfterMs);
  // Maintenance mode: WordPress turns everybody away before it looks at the request, and says for how long.
  if (status === 503 && answer.retryAfterMs !== null) return new PublishError('retry', detail, answer.retryAfterMs);
  if (status >= 300 && status < 500) return new PublishError('rejected', detail);
  return new PublishError('unconfirmed', detail);
}

const publishedAs = (comment: Pick<WpComment, 'id' | 'status' | 'link'>): Published => ({
  state: comment.status === 'hold' || comment.status === 'spam' ? 'accepted' : 'published',
  externalId: String(comment.id),
  url: webAddress(comment.link),
});

/** Looks for our answer under the comment: same account, same text, not older than the first attempt. */
export async function findPublished(blog: Blog, reply: OutgoingReply): Promise<Published | 'absent'> {
  const answer = await blog.get('/wp/v2/comments', {
    parent: reply.comment.externalId,
    author: await blog.me(),
    status: 'any',
    context: 'edit',
    orderby: 'id',
    order: 'desc',
    per_page: 100,
    _fields: commentFields,
  });
  const wanted = fingerprint(reply.body);
  const earliest = reply.claimedAt.getTime() - CLOCK_SLACK_MS;
  const ours = parsed(z.array(WpComment), answer).find(
    (comment) => instantOf(comment.date_gmt).getTime() >= earliest && fingerprint(textOf(comment)) === wanted,
  );
  return ours ? publishedAs(ours) : 'absent';
}
