// From a stored channel to a working connection: the only place where secrets are opened.
import type { Capabilities } from '@stammgast/shared/contract/channels';
import type { Http, OpenChannel } from '../connectors/connector.ts';
import { demoAbilities } from '../demo/abilities.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';

export type ChannelRecord = Db['tables']['channels']['$inferSelect'];

const silent: Capabilities = {
  reply: 'none',
  acts: [],
  edits: false,
  deletions: false,
  push: false,
  maxReplyLength: null,
};

export function capabilitiesOf(house: House, channel: ChannelRecord): Capabilities {
  // Channels of the demo answer inside the house.
  if (channel.demo) return demoAbilities(channel.platform);
  const connector = house.connectors.get(channel.platform);
  return connector && channel.removedAt === null ? connector.can(channel.settings) : silent;
}

/**
 * null for demo and disconnected channels: nothing of theirs may leave the house. `maySend` is asked before each request
 * of the connection.
 */
export function openChannel(house: House, channel: ChannelRecord, maySend?: () => boolean): OpenChannel | null {
  const connector = house.connectors.get(channel.platform);
  if (!connector || channel.demo || channel.removedAt !== null) return null;
  const secrets = channel.secrets
    ? (JSON.parse(house.vault.open(channel.secrets, `channels/${channel.id}/secrets`)) as Record<string, unknown>)
    : {};
  const way = house.http({ allowPrivate: channel.allowPrivateAddress });
  const http: Http = maySend ? (url, request) => way(url, { ...request, maySend }) : way;
  return connector.open({ ...channel.settings, ...secrets }, { http, now: () => house.clock.now() });
}
