import { mergeSettings, type Settings, splitSecrets } from '../channels/settings-form.ts';
import { ChannelError, type Connector } from '../connectors/connector.ts';
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
