import type { Platform } from '@stammgast/shared/contract/channels';
import { longestText } from '@stammgast/shared/contract/replies';
import { replyLength } from '@stammgast/shared/domain/reply-length';

/**
 * How long a text is and how long it may be, as the platform counts. The house has a limit of its own, which is named only
 * when it is passed: nothing that is pasted is cut off unseen.
 */
export function roomFor(
  platform: Platform,
  text: string,
  limit: number | null,
): { length: number; max: number | null } {
  const { length } = text.trim();
  if (length > longestText) return { length, max: longestText };
  return { length: replyLength(platform, text), max: limit };
}
