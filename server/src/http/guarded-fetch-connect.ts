import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { mayReach } from './guarded-fetch-addresses.ts';
import { ChannelError } from './outgoing.ts';

interface Address {
  readonly address: string;
  readonly family: number;
}
/** All addresses of a name, as the system finds them. */
export type Lookup = (hostname: string) => Promise<readonly Address[]>;
export const lookupAll: Lookup = (hostname) => systemLookup(hostname, { all: true });

const CONNECT_TIMEOUT_MS = 8000;

export const blocked = (host: string): ChannelError =>
  new ChannelError('channel.blocked_address', `${host} leads to an address that may not be reached`, { unsent: true });

/**
 * Opens connections to permitted addresses only. The name is resolved once and the connection goes to exactly the
 * addresses that were checked, so an answer that changes in between (DNS rebinding) changes nothing; the address at the
 * other end is looked at once more.
 */
export function guardedConnector(allowPrivate: boolean, lookup: Lookup): buildConnector.connector {
  const pinned: LookupFunction = (hostname, options, callback) => {
    lookup(hostname).then(
      (found) => {
        if (found.length === 0 || found.some(({ address }) => !mayReach(address, allowPrivate))) {
          callback(blocked(hostname), '', 0);
          return;
        }
        const first = found[0] as Address;
        if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
  const connect = buildConnector({ lookup: pinned, timeout: CONNECT_TIMEOUT_MS, allowH2: false });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !mayReach(host, allowPrivate)) {
      callback(blocked(host), null);
      return;
    }
    connect(options, (error, socket) => {
      if (error) {
        callback(error, null);
      } else if (!mayReach(socket.remoteAddress ?? '', allowPrivate)) {
        socket.destroy();
        callback(blocked(host), null);
      } else {
        callback(null, socket);
      }
    });
  };
}
