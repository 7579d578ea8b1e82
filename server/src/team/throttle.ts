import { isIPv6 } from 'node:net';
import { hashSecret } from '../config/secret-hash.ts';
import type { Db } from '../storage/database.ts';
import { countHit, forgetOldThrottles, forgetThrottle, takeBackHit } from './throttles.queries.ts';

const WINDOW_MS = 15 * 60_000;
/** Per account: enough for a forgetful morning, hopeless for guessing. */
const PER_ACCOUNT = 10;
/** Per network: a whole office may share an address, so it is only a brake on trying many accounts. */
const PER_NETWORK = 100;

export interface Attempt {
  readonly accountKey: string;
  readonly networkKey: string;
  /** When the next try is looked at again; null when this one may go on. */
  readonly refusedUntil: Date | null;
}

/**
 * Counts a try before the password is looked at, so that tries at the same time cannot slip through together.
 * Unknown addresses count like known ones. Further tries do not prolong the window.
 */
export async function startAttempt(tx: Db, account: string, address: string, now: Date): Promise<Attempt> {
  const accountKey = `account:${hashSecret(account)}`;
  const networkKey = `network:${networkOf(address)}`;
  const resetAt = new Date(now.getTime() + WINDOW_MS);
  await forgetOldThrottles(tx, now);
  const network = await countHit(tx, networkKey, now, resetAt);
  const own = await countHit(tx, accountKey, now, resetAt);
  const full = own.hits > PER_ACCOUNT ? own : network.hits > PER_NETWORK ? network : null;
  return { accountKey, networkKey, refusedUntil: full?.resetAt ?? null };
}

/** Per network: a guest loads a page a few times; nobody tries many tokens. */
const PER_VISITOR = 60;

/** Counts the opening of a link before it is looked up. Known and unknown ones count alike until `forgiveVisit`. */
export async function startVisit(
  tx: Db,
  address: string,
  now: Date,
): Promise<{ key: string; refusedUntil: Date | null }> {
  const key = `guest:${networkOf(address)}`;
  await forgetOldThrottles(tx, now);
  const { hits, resetAt } = await countHit(tx, key, now, new Date(now.getTime() + WINDOW_MS));
  return { key, refusedUntil: hits > PER_VISITOR ? resetAt : null };
}

/** The link opened something. */
export const forgiveVisit = (tx: Db, key: string): Promise<void> => takeBackHit(tx, key);

/** The password was right: nothing is held against the account or the network. */
export async function forgiveAttempt(tx: Db, { accountKey, networkKey }: Attempt): Promise<void> {
  await forgetThrottle(tx, accountKey);
  await takeBackHit(tx, networkKey);
}

/** An IPv6 household or office has a whole /64. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
