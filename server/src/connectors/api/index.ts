import { z } from 'zod';
import {
  ChannelError,
  type Connector,
  type ConnectorTools,
  type HttpResponse,
  type OpenChannel,
  type OutgoingReply,
  PublishError,
  type Published,
} from '../connector.ts';
import { webAddress } from '../plain-text.ts';
import { sign } from './signature.ts';

const settings = z
  .strictObject({
    webhookUrl: z
      .url({ protocol: /^https?$/ })
      .max(1000)
      .optional(),
    webhookSecret: z.string().min(16).max(200).optional(),
  })
  .refine((given) => (given.webhookUrl === undefined) === (given.webhookSecret === undefined), {
    path: ['webhookSecret'],
    error: 'a webhook needs an address and a secret',
  });
type ApiSettings = z.infer<typeof settings>;
type Webhook = { readonly url: string; readonly secret: string };

const Confirmation = z.object({ externalId: z.string().min(1).max(300), url: z.string().max(2000).nullish() });

/**
 * Any system: it pushes comments with the channel's token and either fetches the answers or gets them at its webhook.
 * The contract is told in docs/HTTP-API.md.
 */
export const api: Connector<ApiSettings> = {
  platform: 'api',
  settings,
  secrets: ['webhookSecret'],
  pollSeconds: 0,
  can: (given) => ({
    reply: given.webhookUrl ? 'api' : 'fetched',
    acts: [],
    edits: true,
    deletions: true,
    push: true,
    maxReplyLength: null,
  }),
  open({ webhookUrl, webhookSecret }, tools) {
    if (!webhookUrl || !webhookSecret) return waitingToBeFetched;
    const webhook = { url: webhookUrl, secret: webhookSecret };
    return {
      publish: (reply) => publish(webhook, tools, reply),
      findPublished: (reply) => findPublished(webhook, tools, reply),
      async test() {
        const response = await lookUp(webhook, tools, 'connection-test');
        if (response.status === 404) return { found: new URL(webhook.url).host };
        throw unexpected(response);
      },
    };
  },
};

const waitingToBeFetched: OpenChannel = {
  publish: async () => ({ state: 'accepted', externalId: null, url: null }),
  findPublished: async () => ({ state: 'accepted', externalId: null, url: null }),
  test: async () => ({ found: '' }),
};

async function publish(webhook: Webhook, tools: ConnectorTools, reply: OutgoingReply): Promise<Published> {
  const body = JSON.stringify({
    type: 'reply',
    id: reply.id,
    commentExternalId: reply.comment.externalId,
    postExternalId: reply.post?.externalId ?? null,
    body: reply.body,
  });
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': reply.id,
    'stammgast-signature': sign(webhook.secret, body, tools.now()),
  };
  let response: HttpResponse;
  try {
    response = await tools.http(webhook.url, { method: 'POST', headers, body });
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    throw new PublishError(error.unsent ? 'retry' : 'unconfirmed', error.message);
  }
  if (response.status === 202) return { state: 'accepted', externalId: null, url: null };
  const published = response.status === 200 || response.status === 201 ? confirmed(response) : null;
  if (published) return published;
  throw failureOf(response);
}

function failureOf(response: HttpResponse): PublishError {
  const detail = `HTTP ${response.status}`;
  if (response.status === 401) return new PublishError('reauthorise', detail);
  if (response.status === 429) {
    const seconds = Number(response.headers['retry-after'] ?? Number.NaN);
    return new PublishError('retry', detail, Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null);
  }
  if (response.status >= 300 && response.status < 500) return new PublishError('rejected', detail);
  return new PublishError('unconfirmed', detail);
}

/** A look-up of its own instead of a second delivery: it can never publish anything. */
async function findPublished(
  webhook: Webhook,
  tools: ConnectorTools,
  reply: OutgoingReply,
): Promise<Published | 'absent'> {
  const response = await lookUp(webhook, tools, reply.id);
  if (response.status === 404) return 'absent';
  if (response.status === 202) return { state: 'accepted', externalId: null, url: null };
  const published = response.status === 200 ? confirmed(response) : null;
  if (published) return published;
  throw unexpected(response);
}

function lookUp(webhook: Webhook, tools: ConnectorTools, replyId: string): Promise<HttpResponse> {
  const url = new URL(webhook.url);
  url.searchParams.set('replyId', replyId);
  return tools.http(url.href, { headers: { 'stammgast-signature': sign(webhook.secret, replyId, tools.now()) } });
}

function confirmed(response: HttpResponse): Published | null {
  try {
    const { externalId, url } = Confirmation.parse(JSON.parse(response.body));
    return { state: 'published', externalId, url: webAddress(url) };
  } catch {
    return null;
  }
}

function unexpected(response: HttpResponse): ChannelError {
  const code = response.status === 401 || response.status === 403 ? 'wrong_credentials' : 'unexpected_answer';
  return new ChannelError(`channel.${code}`, `the webhook answered HTTP ${response.status}`);
}
