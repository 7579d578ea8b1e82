import { isAroused, linksElsewhere } from '@stammgast/shared/domain/radar/arousal';
import { hourOf } from '@stammgast/shared/domain/radar/hours';
import type { HeardComment, VoiceRow } from './voices.queries.ts';

/** How the radar counts a comment; null: not at all, since it is our own, was taken back or is spam. */
export function voiceOf(comment: HeardComment): VoiceRow | null {
  const { id, channelId, threadId, authorId, body, reasons, sentiment, postedAt, receivedAt } = comment;
  if (comment.own || comment.removedAt || comment.visibility === 'spam') return null;
  // A platform whose clock is ahead does not make it a comment of tomorrow.
  const at = postedAt < receivedAt ? postedAt : receivedAt;
  return {
    ...{ id, channelId, threadId, authorId, at },
    hour: hourOf(at.getTime()),
    critical: sentiment === 'negative',
    press: reasons.some(({ code }) => code === 'press') || linksElsewhere(body),
    aroused: isAroused(body),
  };
}
