import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { IncomingChange, IncomingComment } from '../connector.ts';
import { oneLine, plainText, webAddress } from '../plain-text.ts';

/** `_fields=content.raw` answers nothing: the whole `content` has to be asked for. */
export const commentFields = 'id,post,parent,author,author_name,author_email,author_url,date_gmt,content,link,status';

export const WpComment = z.object({
  id: z.number(),
  post: z.number(),
  parent: z.number(),
  author: z.number(),
  author_name: z.string(),
  author_email: z.string().optional(),
  author_url: z.string().catch(''),
  date_gmt: z.string(),
  content: z.object({ raw: z.string().optional(), rendered: z.string() }),
  link: z.string(),
  status: z.string(),
});
export type WpComment = z.infer<typeof WpComment>;

export interface WpPost {
  readonly title: string;
  readonly url: string | null;
}

/** WordPress's dates have no zone. */
export const instantOf = (gmt: string): Date => new Date(`${gmt}Z`);

export const isGone = (status: string): boolean => status === 'trash' || status === 'post-trashed';

/** The comment as it was typed: `raw` holds the mark-up that WordPress allowed, and its line breaks. */
export const textOf = (comment: Pick<WpComment, 'content'>): string =>
  comment.content.raw === undefined
    ? plainText(comment.content.rendered, 'folded')
    : plainText(comment.content.raw, 'kept');

/** WordPress has no versions and no date of change: each reading is the current truth. */
export function changeOf(comment: WpComment, post: WpPost | undefined, me: number, now: Date): IncomingChange {
  const externalId = String(comment.id);
  if (isGone(comment.status)) return { kind: 'removed', externalId, at: now, version: null };
  return { kind: 'comment', comment: incoming(comment, externalId, post, me) };
}

function incoming(comment: WpComment, externalId: string, post: WpPost | undefined, me: number): IncomingComment {
  const url = webAddress(comment.link);
  return {
    externalId,
    parentExternalId: comment.parent > 0 ? String(comment.parent) : null,
    post: { externalId: String(comment.post), ...(post ?? fallbackPost(comment.post, url)) },
    author: {
      externalId: authorId(comment),
      name: oneLine(plainText(comment.author_name, 'folded'), 200) || '?',
      handle: null,
      url: webAddress(comment.author_url),
      own: comment.author === me,
    },
    body: textOf(comment),
    postedAt: instantOf(comment.date_gmt),
    visibility: visibilityOf(comment.status),
    url,
    likes: null,
    version: null,
  };
}

export function visibilityOf(status: string): IncomingComment['visibility'] {
  if (status === 'approved') return 'public';
  return status === 'spam' ? 'spam' : 'held';
}

/** Guests have no account: the same address means the same person. The address itself is not kept. */
function authorId(comment: WpComment): string {
  if (comment.author > 0) return `user:${comment.author}`;
  const email = comment.author_email?.trim().toLowerCase();
  if (!email) return `guest:${comment.author_name.trim() || `comment-${comment.id}`}`.slice(0, 300);
  return `guest:${createHash('sha256').update(email).digest('hex').slice(0, 24)}`;
}

/** Comments can stand under anything, also under kinds of posts that the API does not show. */
function fallbackPost(id: number, commentUrl: string | null): WpPost {
  const url = commentUrl?.replace(/#.*$/, '') ?? null;
  const path = url ? decodePath(new URL(url).pathname) : '';
  return { title: path || `#${id}`, url };
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replace(/^\/|\/$/g, '');
  } catch {
    return pathname;
  }
}
