import { isAroused, linksElsewhere } from '@stammgast/shared/domain/radar/arousal';
import { hourOf } from '@stammgast/shared/domain/radar/hours';
import type { HeardComment, VoiceRow } from './voices.queries.ts';

/** The topics of a voice, as they are kept. */
export const topicsOf = (kept: string | null): string[] => (kept ? kept.split(' ') : []);

/** How the radar counts a comment; null: not at all, since it is our own, was taken back or is spam. */
export function voiceOf(comment: HeardComment): VoiceRow | null {
  const { id, channelId, threadId, postId, authorId, body, reasons, sentiment, postedAt, receivedAt } = comment;
  if (comment.own || comment.removedAt || comment.visibility === 'spam') return null;
  // A platform whose clock is ahead does not make it a comment of tomorrow.
  const at = postedAt < receivedAt ? postedAt : receivedAt;
  return {
    ...{ id, channelId, threadId, postId, authorId, at },
    topics: comment.topics.toSorted().join(' '),
    hour: hourOf(at.getTime()),
    critical: sentiment === 'negative',
    press: reasons.some(({ code }) => code === 'press') || linksElsewhere(body),
    aroused: isAroused(body),
  };
}
