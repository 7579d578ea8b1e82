import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createGuardedFetch } from '../http/guarded-fetch.ts';
import { keepsPromises } from './connector.suite.ts';
import type { Connector, Http, OutgoingReply } from './connector.ts';
import { connectors } from './registry.ts';
import { pretendSettings, startPretendBlog } from './wordpress/pretend-blog.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const platform = (name: string): Connector => {
  const connector = connectors.get(name);
  if (!connector) throw new Error(`${name} is not registered`);
  return connector;
};
const reply: OutgoingReply = {
  id: 'reply-1',
  body: 'Das tut uns leid.',
  comment: { externalId: '2', url: null },
  post: null,
  claimedAt: new Date(),
};

test('each platform is registered under its own name', () => {
  for (const [name, connector] of connectors) expect(connector.platform).toBe(name);
  expect([...connectors.keys()]).toEqual(['wordpress', 'feed', 'api']);
});

keepsPromises('wordpress', async () => {
  const blog = await startPretendBlog();
  closing.push(blog.close);
  return {
    connector: platform('wordpress'),
    settings: pretendSettings(blog),
    http: createGuardedFetch()({ allowPrivate: true }),
    reply,
  };
});

const rss = readFileSync(join(import.meta.dirname, 'feed/fixtures/wordpress-rss.xml'), 'utf8');
keepsPromises('feed', async () => ({
  connector: platform('feed'),
  settings: { url: 'https://blog.test/comments/feed/' },
  http: async (url) => ({ status: 200, headers: { etag: '"1"' }, body: rss, url }),
  reply,
}));

keepsPromises('api with a webhook', async () => {
  const taken = new Set<string>();
  const http: Http = async (url, request) => {
    const id = request?.headers?.['idempotency-key'];
    if (id) taken.add(id);
    const asked = id ?? new URL(url).searchParams.get('replyId') ?? '';
    const body = JSON.stringify({ externalId: `published-${asked}` });
    return taken.has(asked) ? { status: 200, headers: {}, body, url } : { status: 404, headers: {}, body: '', url };
  };
  const settings = { webhookUrl: 'https://forum.test/hook', webhookSecret: 'a secret of sixteen' };
  return { connector: platform('api'), settings, http, reply };
});
