import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, TestResult } from '@stammgast/shared/contract/channels';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../channels/vault.ts';
import { connectors } from '../connectors/registry.ts';
import { type PretendBlog, pretendSettings, startPretendBlog } from '../connectors/wordpress/pretend-blog.ts';
import { createGuardedFetch } from '../http/guarded-fetch.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { openTestHouse } from '../testing/open-test-house.ts';
import { registerChannelRoutes } from './channels.ts';

let folder: string;
let blog: PretendBlog;
let open: TestApp;
let admin: TestBrowser;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-channels-'));
  blog = await startPretendBlog();
  const vault = createVault(join(folder, 'house.key'));
  const house = await openTestHouse({ connectors, http: createGuardedFetch(), vault });
  open = await openTestApp((app, house) => registerChannelRoutes(app, house), { house });
  admin = await open.browserOf('admin');
});
afterEach(async () => {
  await open.close();
  await blog.close();
  rmSync(folder, { recursive: true, force: true });
});

const connection = (more: object = {}) => ({
  platform: 'wordpress',
  name: 'Hausblog',
  settings: pretendSettings(blog),
  allowPrivateAddress: true,
  replyRegister: 'sie',
  language: 'de',
  ...more,
});
const add = (more: object = {}) => admin.call('POST', '/api/channels', connection(more));
const added = async (more: object = {}) => (await add(more)).json<{ channel: Channel; token: string | null }>();
const list = async (browser = admin) =>
  (await browser.call('GET', '/api/channels')).json<{ channels: Channel[] }>().channels;
const stored = async (id: string) => {
  const { channels } = open.house.database.reader.tables;
  return (await open.house.database.reader.select().from(channels)).find((row) => row.id === id);
};
const jobs = async () => open.house.database.reader.select().from(open.house.database.reader.tables.jobs);
const facts = async () =>
  (await open.house.database.reader.select().from(open.house.database.reader.tables.events)).map((row) => row.kind);

describe('connecting', () => {
  it('draws its forms from the connectors', async () => {
    const { connections } = (await admin.call('GET', '/api/connections')).json();
    expect(connections).toMatchObject([
      {
        platform: 'wordpress',
        fields: [
          { name: 'url', kind: 'url', required: true },
          { name: 'username', kind: 'text', required: true },
          { name: 'applicationPassword', kind: 'secret', required: true },
        ],
      },
      { platform: 'feed', can: { reply: 'hand-off' } },
      {
        platform: 'api',
        fields: [
          { kind: 'url', required: false },
          { kind: 'secret', required: false },
        ],
      },
    ]);
  });

  it('says what a trial found, or plainly what is wrong', async () => {
    const trial = async (settings: object, allowPrivateAddress = true) =>
      (
        await admin.call('POST', '/api/connections/test', {
          platform: 'wordpress',
          settings: { ...pretendSettings(blog), ...settings },
          allowPrivateAddress,
        })
      ).json<TestResult>();
    expect(await trial({})).toEqual({ ok: true, code: null, detail: '', found: 'Hotel Sonnenblick · admin' });
    expect(await trial({ applicationPassword: 'no' })).toMatchObject({ ok: false, code: 'channel.wrong_credentials' });
    expect(await trial({}, false)).toMatchObject({ ok: false, code: 'channel.blocked_address' });
    expect(await trial({ url: 'not an address' })).toMatchObject({ fields: [{ path: 'body.settings.url' }] });
    expect(await jobs()).toEqual([]);
  });

  it('keeps a channel that works, its secrets sealed, and fetches it at once', async () => {
    const { channel, token } = await added();
    expect(token).toBeNull();
    expect(channel).toMatchObject({ platform: 'wordpress', name: 'Hausblog', state: 'new', can: { reply: 'api' } });
    const row = await stored(channel.id);
    expect(row?.settings).toEqual({ url: blog.url, username: 'admin' });
    expect(JSON.stringify(row)).not.toContain('abcd EFGH');
    expect(open.house.vault.open(row?.secrets ?? '', `channels/${channel.id}/secrets`)).toContain('abcd EFGH');
    expect(await jobs()).toMatchObject([{ kind: 'fetch-channel', payload: { channelId: channel.id } }]);
    expect(await facts()).toEqual(['channel.added']);
  });

  it('refuses one that does not, with the reason', async () => {
    const answer = await add({ settings: { ...pretendSettings(blog), applicationPassword: 'wrong' } });
    expect(answer.json()).toMatchObject({ status: 422, code: 'channel.wrong_credentials' });
    expect((await add({ allowPrivateAddress: false })).json()).toMatchObject({ code: 'channel.blocked_address' });
    expect((await add({ settings: { url: blog.url } })).json()).toMatchObject({ status: 422, code: 'input.invalid' });
    expect((await add({ platform: 'xing' })).json()).toMatchObject({ status: 422, code: 'channel.not_manageable' });
    expect(await list()).toEqual([]);
  });

  it('gives the HTTP API a token once and keeps its hash', async () => {
    const { channel, token } = await added({ platform: 'api', settings: {} });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await stored(channel.id))).not.toContain(token);
    const renewed = await admin.call('POST', `/api/channels/${channel.id}/token`);
    expect(renewed.json().token).not.toBe(token);
    const wordpress = await added();
    expect((await admin.call('POST', `/api/channels/${wordpress.channel.id}/token`)).statusCode).toBe(422);
    expect((await jobs()).map((job) => job.payload)).toMatchObject([{ channelId: wordpress.channel.id }]);
  });
});

describe('a connected channel', () => {
  it('is listed for its members, with what came in', async () => {
    const one = await added({ name: 'Blog A' });
    const two = await added({ name: 'Blog B', platform: 'api', settings: {} });
    const agent = await open.browserOf('agent', [two.channel.id]);
    expect((await list()).map((channel) => channel.name)).toEqual(['Blog A', 'Blog B']);
    expect((await list(agent)).map((channel) => channel.id)).toEqual([two.channel.id]);
    expect(await list(await open.browserOf('agent'))).toEqual([]);

    const hoursAgo = (hours: number) => new Date(open.house.clock.now().getTime() - hours * 3_600_000);
    await insertComments(one.channel.id, [hoursAgo(30), hoursAgo(23), hoursAgo(1)]);
    expect((await list())[0]).toMatchObject({ comments24h: 2, lastCommentAt: hoursAgo(1).toISOString() });
    expect((await list())[1]).toMatchObject({ comments24h: 0, lastCommentAt: null });
  });

  it('shows its settings to administrators, without secrets', async () => {
    const { channel } = await added();
    const answer = await admin.call('GET', `/api/channels/${channel.id}/settings`);
    expect(answer.json().fields).toMatchObject([{ value: blog.url }, { value: 'admin' }, { kind: 'secret' }]);
    expect(answer.body).not.toContain('abcd');
    const lead = await open.browserOf('lead', [channel.id]);
    expect((await lead.call('GET', `/api/channels/${channel.id}/settings`)).statusCode).toBe(403);
  });

  it('changes name and register without being asked anything', async () => {
    const { channel } = await added();
    blog.requests.length = 0;
    const answer = await admin.call('PATCH', `/api/channels/${channel.id}`, { name: 'Neu', replyRegister: 'du' });
    expect(answer.json()).toMatchObject({ name: 'Neu', replyRegister: 'du', language: 'de' });
    expect(blog.requests).toEqual([]);
  });

  it('changes which answers a second person has to release', async () => {
    const { channel } = await added();
    expect(channel).toMatchObject({ approval: 'none', approvalReach: 50 });
    const change = (body: object) => admin.call('PATCH', `/api/channels/${channel.id}`, body);
    expect((await change({ approval: 'cases', approvalReach: 20 })).json()).toMatchObject({
      approval: 'cases',
      approvalReach: 20,
    });
    for (const wrong of [{ approval: 'often' }, { approvalReach: 0 }, { approvalReach: 1.5 }]) {
      expect((await change(wrong)).statusCode).toBe(400);
    }
  });

  it('keeps its own addresses, tidied and each once, and refuses too many or too long ones', async () => {
    const { channel } = await added({ ownAddresses: ['https://www.Hotel.example/', 'hotel.example'] });
    expect(channel.ownAddresses).toEqual(['hotel.example']);
    const change = (ownAddresses: string[]) => admin.call('PATCH', `/api/channels/${channel.id}`, { ownAddresses });
    expect((await change([' info@hotel.example', '+49 89 99998 110'])).json()).toMatchObject({
      ownAddresses: ['info@hotel.example', '+49 89 99998 110'],
    });
    for (const wrong of [Array.from({ length: 51 }, (_, n) => `${n}.example`), ['a'.repeat(201)], [' ']]) {
      expect((await change(wrong)).statusCode).toBe(400);
    }
    expect((await list())[0]?.ownAddresses).toHaveLength(2);
    expect(
      (await admin.call('PATCH', `/api/channels/${channel.id}`, { name: 'Blog' })).json().ownAddresses,
    ).toHaveLength(2);
    expect((await change([])).json().ownAddresses).toEqual([]);
  });

  it('changes settings only when they work, and keeps a secret that was left empty', async () => {
    const { channel } = await added();
    const change = (settings: object) => admin.call('PATCH', `/api/channels/${channel.id}`, { settings });
    const before = await stored(channel.id);
    expect((await change({ applicationPassword: 'wrong' })).json()).toMatchObject({
      code: 'channel.wrong_credentials',
    });
    expect(await stored(channel.id)).toEqual(before);
    expect((await change({ url: `${blog.url}/`, applicationPassword: '' })).statusCode).toBe(200);
    expect((await stored(channel.id))?.settings.url).toBe(`${blog.url}/`);
    const test = { platform: 'wordpress', settings: {}, allowPrivateAddress: true, channelId: channel.id };
    expect((await admin.call('POST', '/api/connections/test', test)).json()).toMatchObject({ ok: true });
  });

  it('pauses and goes on', async () => {
    const { channel } = await added();
    const pause = (paused: boolean) => admin.call('PATCH', `/api/channels/${channel.id}`, { paused });
    expect((await pause(true)).json()).toMatchObject({ state: 'paused' });
    expect(await jobs()).toEqual([]);
    expect((await admin.call('POST', `/api/channels/${channel.id}/fetch`)).statusCode).toBe(200);
    expect(await jobs()).toEqual([]);
    expect((await pause(false)).json()).toMatchObject({ state: 'new' });
    expect(await jobs()).toHaveLength(1);
  });

  it('is disconnected: nothing secret is left and nothing is fetched', async () => {
    const { channel } = await added();
    expect((await admin.call('DELETE', `/api/channels/${channel.id}`)).json()).toEqual({ done: true });
    expect(await stored(channel.id)).toMatchObject({ secrets: null, tokenHash: null });
    expect(await jobs()).toEqual([]);
    expect(await list()).toEqual([]);
    expect((await admin.call('DELETE', `/api/channels/${channel.id}`)).statusCode).toBe(404);
    expect((await admin.call('PATCH', `/api/channels/${channel.id}`, { name: 'x' })).statusCode).toBe(404);
    expect(await facts()).toEqual(['channel.added', 'channel.removed']);
  });
});

async function insertComments(channelId: string, times: readonly Date[]): Promise<void> {
  const { house } = open;
  await house.database.transaction(async (tx) => {
    const { authors, comments } = tx.tables;
    const authorId = house.newId();
    await tx.insert(authors).values({ id: authorId, channelId, externalId: 'a', name: 'Karla' });
    await tx.insert(comments).values(
      times.map((postedAt) => ({
        ...{ id: house.newId(), channelId, threadId: 't', authorId, externalId: house.newId(), body: 'x', stems: 'x' },
        ...{ version: 0, postedAt, receivedAt: house.clock.now(), sentiment: 'neutral' as const, confidence: 1 },
        ...{ evidence: [], topics: [], reasons: [] },
      })),
    );
  });
}
