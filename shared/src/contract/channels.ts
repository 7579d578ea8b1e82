import * as z from 'zod/mini';
import { approvalRules } from '../domain/approval-codes.ts';
import { platformActs } from '../domain/moderation.ts';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';
import { problemCodes } from './problem.ts';

/** Kinds of network. Connected today: wordpress, feed, api; the others appear in demo data and later connectors. */
export const platforms = [
  'wordpress',
  'feed',
  'api',
  'facebook',
  'instagram',
  'x',
  'linkedin',
  'xing',
  'google',
  'forum',
  'mastodon',
  'bluesky',
] as const;
export type Platform = (typeof platforms)[number];

/** How an answer gets out: by the platform's API, fetched by the other side, or copied by hand. */
export const replyWays = ['api', 'fetched', 'hand-off', 'none'] as const;

/** What a channel can and cannot deliver. */
export const Capabilities = z.object({
  reply: z.enum(replyWays),
  /** What can be done to a comment over there. */
  acts: z.array(z.enum(platformActs)),
  edits: z.boolean(),
  deletions: z.boolean(),
  push: z.boolean(),
  maxReplyLength: z.nullable(z.number()),
});
export type Capabilities = z.infer<typeof Capabilities>;

/** Domains, e-mail addresses and telephone numbers of our own. */
export const mostOwnAddresses = 50;
export const longestOwnAddress = 200;
const OwnAddresses = z.array(limited(longestOwnAddress)).check(z.maxLength(mostOwnAddresses));

export const channelStates = ['new', 'ok', 'failing', 'paused'] as const;

export const Channel = z.object({
  id: Id,
  platform: z.enum(platforms),
  name: z.string(),
  /** The group of channels that it belongs to. */
  team: z.nullable(z.object({ id: Id, name: z.string() })),
  state: z.enum(channelStates),
  can: Capabilities,
  replyRegister: z.enum(['sie', 'du']),
  language: z.nullable(z.string()),
  /** Which answers a second person has to release. */
  approval: z.enum(approvalRules),
  /** From so many likes on a critical comment its answer is a delicate case. */
  approvalReach: z.number(),
  /** Our own domains, e-mail addresses and telephone numbers: answers may name them without a question. */
  ownAddresses: z.array(z.string()),
  lastSuccessAt: z.nullable(Instant),
  lastError: z.nullable(z.object({ code: z.enum(problemCodes), detail: z.string(), at: Instant })),
  lastCommentAt: z.nullable(Instant),
  comments24h: z.number(),
  demo: z.boolean(),
});
export type Channel = z.infer<typeof Channel>;

/** One field of a connector's settings form, derived from its zod schema. */
export const SettingsField = z.object({
  name: z.string(),
  kind: z.enum(['text', 'url', 'secret', 'number', 'boolean', 'choice']),
  required: z.boolean(),
  choices: z.optional(z.array(z.string())),
  value: z.optional(z.union([z.string(), z.number(), z.boolean()])),
});
export type SettingsField = z.infer<typeof SettingsField>;

export const Connection = z.object({ platform: z.enum(platforms), can: Capabilities, fields: z.array(SettingsField) });
export type Connection = z.infer<typeof Connection>;

const Settings = z.record(
  z.string().check(z.maxLength(64)),
  z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean()]),
);
const params = z.object({ channelId: Id });

/** Outcome of a connection test. `detail` is a short technical remark in English, never a secret. */
export const TestResult = z.object({
  ok: z.boolean(),
  code: z.nullable(z.enum(problemCodes)),
  detail: z.string(),
  /** What was found: for example the blog's title and the account used. */
  found: z.nullable(z.string()),
});
export type TestResult = z.infer<typeof TestResult>;

export const listChannels = endpoint('GET /api/channels', {
  action: 'channel.read',
  summary: 'The channels that the person may see, with state and what each can do.',
  result: z.object({ channels: z.array(Channel) }),
});
/** One that brings nothing although more than three usual gaps have passed. */
export const SilentChannel = z.object({ id: Id, lastItemAt: Instant, usualGapMinutes: z.nullable(z.number()) });
export type SilentChannel = z.infer<typeof SilentChannel>;

export const listSilentChannels = endpoint('GET /api/channels/silent', {
  action: 'channel.read',
  summary: 'Of the channels that the person may see those that have brought nothing for longer than three usual gaps.',
  result: z.object({ channels: z.array(SilentChannel) }),
});
export const listConnections = endpoint('GET /api/connections', {
  action: 'channel.manage',
  summary: 'The platforms that can be connected, with their settings forms.',
  result: z.object({ connections: z.array(Connection) }),
});
export const testConnection = endpoint('POST /api/connections/test', {
  action: 'channel.manage',
  summary: 'Try settings without saving them. Give channelId to reuse its stored secrets for fields left out.',
  body: z.strictObject({
    platform: z.enum(platforms),
    settings: Settings,
    allowPrivateAddress: z.boolean(),
    channelId: z.optional(Id),
  }),
  result: TestResult,
});
export const addChannel = endpoint('POST /api/channels', {
  action: 'channel.manage',
  summary: 'Connect a channel. For the HTTP API the token is shown once in the answer.',
  body: z.strictObject({
    platform: z.enum(platforms),
    name: limited(80),
    settings: Settings,
    allowPrivateAddress: z.boolean(),
    replyRegister: z.enum(['sie', 'du']),
    language: z.nullable(z.enum(['de', 'en', 'fr', 'it', 'es', 'pt'])),
    ownAddresses: z.optional(OwnAddresses),
  }),
  result: z.object({ channel: Channel, token: z.nullable(z.string()) }),
});
export const getChannelSettings = endpoint('GET /api/channels/:channelId/settings', {
  action: 'channel.manage',
  summary: 'A channel with its settings; secrets are left out.',
  params,
  result: z.object({ channel: Channel, fields: z.array(SettingsField), allowPrivateAddress: z.boolean() }),
});
export const changeChannel = endpoint('PATCH /api/channels/:channelId', {
  action: 'channel.manage',
  summary: 'Change name, settings, register, approval, own addresses, or pause and resume.',
  params,
  body: z.strictObject({
    name: z.optional(limited(80)),
    settings: z.optional(Settings),
    allowPrivateAddress: z.optional(z.boolean()),
    replyRegister: z.optional(z.enum(['sie', 'du'])),
    language: z.optional(z.nullable(z.enum(['de', 'en', 'fr', 'it', 'es', 'pt']))),
    approval: z.optional(z.enum(approvalRules)),
    approvalReach: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
    ownAddresses: z.optional(OwnAddresses),
    paused: z.optional(z.boolean()),
  }),
  result: Channel,
});
export const renewChannelToken = endpoint('POST /api/channels/:channelId/token', {
  action: 'channel.manage',
  summary: 'HTTP API only: a new bearer token; the old one stops working at once.',
  params,
  result: z.object({ token: z.string() }),
});
export const fetchChannelNow = endpoint('POST /api/channels/:channelId/fetch', {
  action: 'channel.manage',
  summary: 'Fetch now instead of waiting for the next poll.',
  params,
  result: Done,
});
export const removeChannel = endpoint('DELETE /api/channels/:channelId', {
  action: 'channel.manage',
  summary: 'Disconnect: secrets are deleted and nothing is fetched any more; threads stay readable.',
  params,
  result: Done,
});
