import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import { sameText } from '@stammgast/shared/domain/same-text';
import { z } from 'zod';
import {
  type Acted,
  type Batch,
  ChannelError,
  type Connector,
  type Http,
  type HttpResponse,
  type OutgoingReply,
  PublishError,
  type Published,
  type Seen,
} from '../../server/src/connectors/connector.ts';
import { HOUSE, type Post } from './platform.ts';
import type { Standing } from './standing.ts';

/** A channel is one page of the platform. */
const settings = z.strictObject({ page: z.string().default('') });
type PageSettings = z.infer<typeof settings>;

/** The clock of a platform may be a little behind ours. */
const SLACK_MS = 2 * 60_000;

/** Speaks to the pretend platform as our connectors speak to real ones; `patienceMs` is real time for one request. */
export function createPretendConnector(url: string, patienceMs: number): Connector<PageSettings> {
  return {
    platform: 'mastodon',
    settings,
    secrets: [],
    pollSeconds: 30,
    can: () => ({
      reply: 'api',
      acts: [...pretendActs],
      edits: false,
      deletions: false,
      push: false,
      maxReplyLength: null,
    }),
    open({ page }, { http }) {
      const platform = { url: `${url}/comments`, http, timeoutMs: patienceMs };
      return {
        test: async () => ({ found: 'pretend' }),
        fetchSince: (cursor) => fetchSince(platform, page, cursor),
        publish: (reply) => publish(platform, reply),
        findPublished: (reply) => findPublished(platform, reply),
        act: (externalId, act) => actOn(platform, externalId, act),
        look: (externalId) => look(platform, externalId),
      };
    },
  };
}

const pretendActs = ['like', 'unlike', 'hide', 'unhide'] as const satisfies readonly PlatformAct[];

interface Platform {
  readonly url: string;
  readonly http: Http;
  readonly timeoutMs: number;
}

/** As with WordPress the parent is asked for before anything is sent. */
async function publish({ url, http, timeoutMs }: Platform, reply: OutgoingReply): Promise<Published> {
  const parent = reply.comment.externalId;
  const body = JSON.stringify({ parent, text: reply.body });
  const headers = { 'content-type': 'application/json' };
  try {
    const known = await http(`${url}/${encodeURIComponent(parent)}`, { timeoutMs });
    if (known.status !== 200) throw new PublishError('rejected', 'the comment is gone');
  } catch (error) {
    if (error instanceof ChannelError) throw new PublishError('retry', error.message);
    throw error;
  }
  const answer = await http(url, { method: 'POST', headers, body, timeoutMs }).catch((error: ChannelError) => {
    throw new PublishError(error.unsent ? 'retry' : 'unconfirmed', error.message);
  });
  if (answer.status === 429) throw new PublishError('retry', 'HTTP 429', Number(answer.headers['retry-after']) * 1000);
  if (answer.status !== 201) throw new PublishError('unconfirmed', `HTTP ${answer.status}`);
  return seen(JSON.parse(answer.body) as Post);
}

/** Same account, same words, not older than the first attempt. */
async function findPublished({ url, http, timeoutMs }: Platform, reply: OutgoingReply): Promise<Published | 'absent'> {
  const answer = await http(`${url}?parent=${encodeURIComponent(reply.comment.externalId)}`, { timeoutMs });
  const { comments } = parsed<{ comments: Post[] }>(answer);
  const earliest = reply.claimedAt.getTime() - SLACK_MS;
  const post = comments.find((p) => p.author === HOUSE && p.at >= earliest && sameText(p.text, reply.body));
  return post ? seen(post) : 'absent';
}

async function actOn({ url, http, timeoutMs }: Platform, externalId: string, act: PlatformAct): Promise<Acted> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ act });
  const answer = await http(`${url}/${encodeURIComponent(externalId)}/acts`, {
    method: 'POST',
    headers,
    body,
    timeoutMs,
  });
  if (answer.status === 200) return { likes: (JSON.parse(answer.body) as Standing).likes };
  throw new ChannelError('channel.unexpected_answer', `HTTP ${answer.status}`, { unsent: answer.status < 500 });
}

async function look({ url, http, timeoutMs }: Platform, externalId: string): Promise<Seen> {
  const answer = await http(`${url}/${encodeURIComponent(externalId)}/standing`, { timeoutMs });
  const { hidden, liked, likes } = parsed<Standing>(answer);
  return { visibility: hidden ? 'hidden' : 'public', liked, likes };
}

async function* fetchSince(
  { url, http, timeoutMs }: Platform,
  page: string,
  cursor: string | null,
): AsyncIterable<Batch> {
  const answer = await http(`${url}?page=${encodeURIComponent(page)}&after=${cursor ?? 0}`, { timeoutMs });
  const { comments, next } = parsed<{ comments: Post[]; next: number }>(answer);
  const changes = comments.map((post) => ({
    kind: 'comment' as const,
    comment: {
      externalId: post.id,
      parentExternalId: post.parent,
      post: null,
      author: { externalId: post.author, name: post.author, handle: null, url: null, own: post.author === HOUSE },
      body: post.text,
      postedAt: new Date(post.at),
      visibility: 'public' as const,
      url: null,
      likes: null,
      version: null,
    },
  }));
  yield { changes, cursor: String(next), history: false };
}

function parsed<T>({ status, body }: HttpResponse): T {
  if (status !== 200) throw new ChannelError('channel.unexpected_answer', `HTTP ${status}`);
  return JSON.parse(body) as T;
}

const seen = (post: Post): Published => ({ state: 'published', externalId: post.id, url: null });
