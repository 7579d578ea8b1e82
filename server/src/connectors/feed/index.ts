import { z } from 'zod';
import { type Batch, ChannelError, type Connector, type ConnectorTools, type HttpResponse } from '../connector.ts';
import { type CommentFeed, commentsOf } from './mapping.ts';

const settings = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(1000) });
type FeedSettings = z.infer<typeof settings>;

/** What the server gave along with its last answer, to ask "anything new since?". */
const Cursor = z.object({ etag: z.string().optional(), lastModified: z.string().optional() });

/** Any RSS or Atom feed of comments. It can only be read: answers are posted by hand on the page itself. */
export const feed: Connector<FeedSettings> = {
  platform: 'feed',
  settings,
  secrets: [],
  pollSeconds: 60,
  can: () => ({ reply: 'hand-off', acts: [], edits: true, deletions: false, push: false, maxReplyLength: null }),
  open: (given, tools) => ({
    fetchSince: (cursor) => fetchSince(given, tools, cursor),
    handOff: (reply) => ({ openUrl: reply.comment.url ?? reply.post?.url ?? null }),
    async test() {
      const found = await read(await get(given, tools, {}), tools.now());
      return { found: `${found.title} · ${found.comments.length}` };
    },
  }),
};

/** A feed is a window on the newest: whatever stands in it is told again, and those who take it in know what they have. */
async function* fetchSince(given: FeedSettings, tools: ConnectorTools, cursor: string | null): AsyncGenerator<Batch> {
  const { etag, lastModified } = cursor ? Cursor.parse(JSON.parse(cursor)) : {};
  const response = await get(given, tools, {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  });
  if (response.status === 304) return;
  const { comments } = await read(response, tools.now());
  const next = { etag: response.headers.etag, lastModified: response.headers['last-modified'] };
  yield {
    changes: comments.map((comment) => ({ kind: 'comment', comment })),
    cursor: JSON.stringify(next),
    history: cursor === null,
  };
}

const get = (given: FeedSettings, tools: ConnectorTools, conditions: Record<string, string>): Promise<HttpResponse> =>
  tools.http(given.url, {
    headers: { accept: 'application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5', ...conditions },
  });

async function read(response: HttpResponse, now: Date): Promise<CommentFeed> {
  if (response.status !== 200) throw new ChannelError('channel.unexpected_answer', `HTTP ${response.status}`);
  const found = await parse(response.body, now);
  if (!found) throw new ChannelError('channel.not_a_feed', 'neither RSS nor Atom');
  return found;
}

async function parse(text: string, now: Date): Promise<CommentFeed | null> {
  // Loaded with the first feed: houses without one do without it.
  const { parseFeed } = await import('feedsmith');
  try {
    return commentsOf(parseFeed(text), now);
  } catch {
    return null;
  }
}
