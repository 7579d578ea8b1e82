import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import { z } from 'zod';
import { type Acted, ChannelError, type Seen } from '../connector.ts';
import { type Blog, parsed, refusal } from './blog.ts';
import { isUnknown } from './fetch.ts';
import { isGone, visibilityOf } from './mapping.ts';

const status: Partial<Record<PlatformAct, string>> = { approve: 'approved', hold: 'hold', spam: 'spam' };
export const wordpressActs: readonly PlatformAct[] = ['approve', 'hold', 'spam'];

const pathOf = (externalId: string): string => `/wp/v2/comments/${encodeURIComponent(externalId)}`;
const gone = () => new ChannelError('reply.comment_gone', 'the comment is gone', { unsent: true });

export async function act(blog: Blog, externalId: string, what: PlatformAct): Promise<Acted> {
  const answer = await blog.post(pathOf(externalId), { status: status[what] });
  if (answer.status === 404) throw gone();
  // Already in this state: WordPress calls it a failure.
  if (answer.status === 200 || answer.code === 'rest_comment_failed_edit') return { likes: null };
  const { code, message } = refusal(answer);
  throw new ChannelError(code, message, { unsent: answer.status < 500 });
}

export async function look(blog: Blog, externalId: string): Promise<Seen> {
  const answer = await blog.get(pathOf(externalId), { context: 'edit', _fields: 'id,status' });
  if (isUnknown(answer)) throw gone();
  const comment = parsed(z.object({ status: z.string() }), answer);
  if (isGone(comment.status)) throw gone();
  return { visibility: visibilityOf(comment.status), liked: null, likes: null };
}
