import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Batch,
  ChannelError,
  type Connector,
  type Http,
  type OpenChannel,
  type OutgoingReply,
  PublishError,
} from './connector.ts';

const text = z.string().refine((value) => value.isWellFormed() && !/(?![\t\n])\p{Cc}/u.test(value));
const address = z.nullable(z.url({ protocol: /^https?$/ }));
const id = text.min(1).max(300);
const Comment = z.strictObject({
  externalId: id,
  parentExternalId: id.nullable(),
  post: z.strictObject({ externalId: id, title: text.min(1).max(500), url: address }).nullable(),
  author: z.strictObject({
    externalId: id,
    name: text.min(1).max(200),
    handle: text.nullable(),
    url: address,
    own: z.boolean(),
  }),
  body: text.max(20_000),
  postedAt: z.date(),
  visibility: z.enum(['public', 'held', 'spam', 'hidden']),
  url: address,
  likes: z.number().nullable(),
  version: z.number().nullable(),
});
const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('comment'), comment: Comment }),
  z.strictObject({ kind: z.literal('removed'), externalId: id, at: z.date(), version: z.number().nullable() }),
]);

export interface Subject {
  readonly connector: Connector;
  readonly settings: Record<string, unknown>;
  /** Leads to the pretended other side, which has something to read and takes answers. */
  readonly http: Http;
  readonly reply: OutgoingReply;
}

const now = () => new Date();
const broken =
  (error: Error): Http =>
  async () => {
    throw error;
  };

/** What every connector promises, on its own fixtures. */
export function keepsPromises(name: string, prepare: () => Promise<Subject>): void {
  const start = async (http?: Http) => {
    const subject = await prepare();
    const channel = subject.connector.open(subject.settings, { http: http ?? subject.http, now });
    return { ...subject, channel, can: subject.connector.can(subject.settings) };
  };

  describe(name, () => {
    test('can do what it says', async () => {
      const { channel, can, connector } = await start();
      expect(typeof channel.publish).toBe(can.reply === 'api' || can.reply === 'fetched' ? 'function' : 'undefined');
      expect(typeof channel.findPublished).toBe(typeof channel.publish);
      expect(typeof channel.handOff).toBe(can.reply === 'hand-off' ? 'function' : 'undefined');
      expect(typeof channel.act).toBe(can.acts.length > 0 ? 'function' : 'undefined');
      expect(typeof channel.look).toBe(typeof channel.act);
      expect(can.acts.includes('like')).toBe(can.acts.includes('unlike'));
      expect(can.acts.includes('hide')).toBe(can.acts.includes('unhide'));
      expect(typeof channel.fetchSince).toBe(can.push ? 'undefined' : 'function');
      expect(connector.pollSeconds > 0).toBe(!can.push);
    });

    test('its settings are a flat form, and its secrets are fields of it', async () => {
      const { connector, settings } = await start();
      expect(connector.settings.safeParse(settings).success).toBe(true);
      expect(connector.settings.safeParse({ ...settings, surprise: 'x' }).success).toBe(false);
      const form = z.toJSONSchema(connector.settings, { io: 'input' });
      for (const field of Object.values(form.properties ?? {})) {
        expect(['string', 'number', 'integer', 'boolean']).toContain((field as { type?: string }).type);
      }
      for (const secret of connector.secrets) expect(Object.keys(form.properties ?? {})).toContain(secret);
    });

    test('reads valid comments, first as history, and the same again under the same ids', async () => {
      const { channel } = await start();
      if (!channel.fetchSince) return;
      const first = await drain(channel, null);
      const changes = first.flatMap((batch) => batch.changes);
      expect(changes.length).toBeGreaterThan(0);
      for (const change of changes) expect(Change.safeParse(change).error?.issues).toBeUndefined();
      expect(first.every((batch) => batch.history)).toBe(true);
      expect(identities(await drain(channel, null))).toEqual(identities(first));

      const cursor = first.at(-1)?.cursor ?? '';
      const known = new Set(identities(first));
      const later = await drain(channel, cursor);
      expect(identities(later).filter((identity) => !identity.startsWith('-') && !known.has(identity))).toEqual([]);
      expect(later.some((batch) => batch.history)).toBe(false);
    });

    test('finds the answer it published, and no other', async () => {
      const { channel, reply, can } = await start();
      if (can.reply !== 'api') return;
      expect(await channel.findPublished?.(reply)).toBe('absent');
      const published = await channel.publish?.(reply);
      expect(published?.state).toBe('published');
      expect(await channel.findPublished?.(reply)).toEqual(published);
    });

    test.each([
      new ChannelError('channel.timeout', 'slow'),
      new ChannelError('channel.unreachable', 'gone', { unsent: true }),
      new ChannelError('channel.blocked_address', 'inside', { unsent: true }),
      new ChannelError('channel.tls', 'expired', { unsent: true }),
    ])('says plainly when the way is blocked: $code', async (error) => {
      const { channel, reply, can, connector, settings } = await start(broken(error));
      const [tested, read, published] = await Promise.all([
        outcome(async () => channel.test()),
        outcome(async () => drain(channel, null)),
        outcome(async () => channel.publish?.(reply)),
      ]);
      const secrets = connector.secrets.map((field) => String(settings[field] ?? '')).filter(Boolean);
      for (const thrown of [tested, read, published]) {
        for (const secret of secrets) expect(String(thrown)).not.toContain(secret);
      }
      expect(tested).toMatchObject({ code: error.code });
      if (channel.fetchSince) expect(read).toMatchObject({ code: error.code });
      if (can.reply !== 'api') return;
      expect(published).toBeInstanceOf(PublishError);
      expect(['retry', 'unconfirmed', 'rejected', 'reauthorise']).toContain((published as PublishError).kind);
    });
  });
}

async function drain(channel: OpenChannel, cursor: string | null): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of channel.fetchSince?.(cursor, []) ?? []) {
    expect(batch.changes.length).toBeLessThanOrEqual(500);
    batches.push(batch);
  }
  return batches;
}

const identities = (batches: readonly Batch[]): string[] =>
  batches.flatMap((batch) =>
    batch.changes.map((change) => (change.kind === 'removed' ? `-${change.externalId}` : change.comment.externalId)),
  );

const outcome = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => undefined,
    (error: unknown) => error,
  );
