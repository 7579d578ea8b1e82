import type { ChannelRow } from '../channels/channels.queries.ts';
import { mergeSettings, type Settings, splitSecrets } from '../channels/settings-form.ts';
import { ChannelError, type Connector } from '../connectors/connector.ts';
import { type Change, changeOf } from '../events/change.ts';
import { ProblemError, problem } from '../http/problem.ts';
import type { House } from './house.ts';
import type { ChannelRecord } from './open-channel.ts';

/** Where a channel's secrets belong; they open nowhere else. */
const secretsPlace = (channelId: string): string => `channels/${channelId}/secrets`;

export function connectorOf(house: House, platform: string): Connector {
  const connector = house.connectors.get(platform);
  if (!connector) throw problem('channel.not_manageable', 422);
  return connector;
}

/** Everything that is stored of a channel's settings, secrets included. */
export function storedSettings(house: House, channel: ChannelRecord): Settings {
  if (!channel.secrets) return channel.settings;
  const secrets = JSON.parse(house.vault.open(channel.secrets, secretsPlace(channel.id))) as Settings;
  return { ...channel.settings, ...secrets };
}

/** Checks given settings, over stored ones, against the connector's own schema. */
export function validSettings(connector: Connector, stored: Settings, given: Settings): Settings {
  const parsed = connector.settings.safeParse(mergeSettings(stored, given, connector.secrets));
  if (parsed.success) return parsed.data as Settings;
  const fields = parsed.error.issues.map((issue) => ({
    path: ['body', 'settings', ...issue.path.map(String)].join('.'),
    code: issue.code ?? 'custom',
  }));
  throw new ProblemError('input.invalid', 422, { fields });
}

export function sealedSettings(house: House, connector: Connector, channelId: string, settings: Settings) {
  const { open, secret } = splitSecrets(settings, connector.secrets);
  const sealed =
    Object.keys(secret).length > 0 ? house.vault.seal(JSON.stringify(secret), secretsPlace(channelId)) : null;
  return { settings: { ...open }, secrets: sealed };
}

/** What the settings lead to. Throws ChannelError with the reason why they lead nowhere. */
export async function tryConnection(
  house: House,
  connector: Connector,
  settings: Settings,
  allowPrivate: boolean,
): Promise<{ found: string }> {
  // Nothing of a demo reaches the world.
  if (house.demo) throw new ChannelError('channel.not_manageable', 'a demo connects nothing');
  const tools = { http: house.http({ allowPrivate }), now: () => house.clock.now() };
  return connector.open(settings, tools).test();
}

/** What has changed of a channel, for the record: of its secrets only that they are others. */
export function channelChange(house: House, before: ChannelRow | null, after: ChannelRow): Change {
  const change = changeOf(before && toldOf(before), toldOf(after));
  const same = before && sameSecrets(house, before, after);
  return same || !after.secrets ? change : { ...change, after: { ...change.after, secrets: 'changed' } };
}

function toldOf({ settings, ...row }: ChannelRow): Record<string, unknown> {
  const { platform, name, state, replyRegister, language, approval, approvalReach, ownAddresses, allowPrivateAddress } =
    row;
  const open = Object.entries(settings).map(([key, value]) => [`settings.${key}`, withoutSecrets(value)]);
  return {
    ...{ platform, name, state, replyRegister, language, approval, approvalReach, ownAddresses, allowPrivateAddress },
    ...Object.fromEntries(open),
  };
}

/** Some addresses carry a key in their query, or a password. */
function withoutSecrets(value: unknown): unknown {
  if (typeof value !== 'string' || !URL.canParse(value)) return value;
  const { origin, pathname, protocol, host } = new URL(value);
  return origin === 'null' ? `${protocol}//${host}${pathname}` : `${origin}${pathname}`;
}

const sameSecrets = (house: House, before: ChannelRecord, after: ChannelRecord): boolean =>
  before.secrets === after.secrets ||
  JSON.stringify(storedSettings(house, { ...before, settings: {} })) ===
    JSON.stringify(storedSettings(house, { ...after, settings: {} }));
