// What may not, or not unasked, stand in a public answer. The same rules run while it is written; here they decide.
import { findGuards } from '@stammgast/shared/domain/answer-check/guards';
import { ownAddresses } from '@stammgast/shared/domain/own-address';
import { problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import type { ChannelRecord } from './open-channel.ts';

interface Subject {
  readonly channel: ChannelRecord;
  readonly authorName: string | null;
  readonly authorHandle: string | null;
  /** Answers of ours that everybody can read in this thread. */
  readonly publicReplies: number;
}

/** Refuses what cannot go out, and what nobody has confirmed. Gives back what was found and confirmed, for the record. */
export async function guardAnswer(
  tx: Db,
  { channel, authorName, authorHandle, publicReplies }: Subject,
  answer: string,
  confirmed: readonly string[],
): Promise<string[]> {
  const house = await readSetting(tx, 'house');
  const own = { names: [house?.name ?? '', channel.name].filter(Boolean), ...ownAddresses(channel.ownAddresses) };
  const guards = findGuards({ answer, comment: { authorName: authorName ?? '', authorHandle }, own, publicReplies });
  const blocked = guards.filter(({ level }) => level === 'block').map(({ code }) => code);
  if (blocked.length > 0) throw problem('reply.guard_blocked', 422, { guards: blocked.join(' ') });
  const asking = guards.filter(({ level }) => level === 'ask').map(({ code }) => code);
  const open = asking.filter((code) => !confirmed.includes(code));
  if (open.length > 0) throw problem('reply.guard_asks', 409, { guards: open.join(' ') });
  return asking;
}
