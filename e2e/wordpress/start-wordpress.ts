import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveSite } from './server.ts';
import { prepareSite } from './site.ts';

type VisitorComment = { author: string; email: string; text: string; parent?: number };

export type WordPress = {
  url: string;
  /** An editor of the blog and the application password Stammgast connects with. */
  user: string;
  appPassword: string;
  /** The one post of the blog. */
  postId: number;
  postUrl: string;
  /** Writes through the public form, as a reader does; returns the comment's id. */
  visitorComments(comment: VisitorComment): Promise<number>;
  /** What the blog's own people do in wp-admin. */
  editComment(id: number, text: string): Promise<void>;
  trashComment(id: number): Promise<void>;
  /** The post's page as an anonymous reader gets it. */
  commentsOnPage(): Promise<string>;
  /** A request below /wp-json with the editor's application password. */
  wpRest(path: string, init?: RequestInit): Promise<Response>;
  /** From now on an answer is stored at once, but confirmed only after `ms`; 0 ends it. */
  delayConfirmations(ms: number): void;
  stop(): Promise<void>;
};

type WordPressOptions = { port?: number; moderation?: 'approve' | 'hold' };

const mustBeOk = async (what: string, answer: Response): Promise<void> => {
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  await answer.arrayBuffer();
};

/** The form answers 302 to the new comment: `/post/#comment-7`, or `?unapproved=7&...#comment-7` when it is held. */
const submitForm = async (url: string, postId: number, comment: VisitorComment): Promise<number> => {
  const answer = await fetch(`${url}/wp-comments-post.php`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      comment_post_ID: String(postId),
      comment_parent: String(comment.parent ?? 0),
      author: comment.author,
      email: comment.email,
      url: '',
      comment: comment.text,
      submit: 'Post Comment',
    }),
  });
  const id = /#comment-(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1];
  const page = await answer.text();
  if (answer.status !== 302 || !id) throw new Error(`comment form: ${answer.status} ${page.slice(-500)}`);
  return Number(id);
};

/** Starts a real WordPress on loopback with an empty set of comments. Needs PHP (see `wordPressMissing`); every call is a blog of its own. */
export async function startWordPress(options: WordPressOptions = {}): Promise<WordPress> {
  const site = await prepareSite(() => {});
  const { port, moderation = 'approve' } = options;
  const server = await serveSite(site, { moderation, ...(port === undefined ? {} : { port }) });
  const { url } = server;
  const postUrl = `${url}${site.postPath}`;
  const authorization = `Basic ${Buffer.from(`${site.user}:${site.appPassword}`).toString('base64')}`;
  const wpRest = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    if (init.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    return fetch(`${url}/wp-json/${path.replace(/^\/+/, '')}`, { ...init, headers });
  };
  const comment = (id: number, init: RequestInit) => wpRest(`wp/v2/comments/${id}`, init);
  return {
    url,
    user: site.user,
    appPassword: site.appPassword,
    postId: site.postId,
    postUrl,
    wpRest,
    visitorComments: (visitor) => submitForm(url, site.postId, visitor),
    editComment: async (id, text) =>
      mustBeOk('edit', await comment(id, { method: 'POST', body: JSON.stringify({ content: text }) })),
    trashComment: async (id) => mustBeOk('trash', await comment(id, { method: 'DELETE' })),
    commentsOnPage: async () => (await fetch(postUrl)).text(),
    delayConfirmations: (ms) => writeFileSync(join(server.state, 'confirmation-delay-ms'), String(ms)),
    stop: server.stop,
  };
}
