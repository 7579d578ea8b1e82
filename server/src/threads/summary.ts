import type { Sentiment, Topic, Urgency } from '@stammgast/shared/domain/assessment';
import type { Visibility } from '@stammgast/shared/domain/moderation';

/** The parts of a comment that its thread's row is made of. */
export interface CommentFacts {
  readonly externalId: string;
  readonly authorId: string;
  readonly own: boolean;
  readonly body: string;
  readonly visibility: Visibility;
  readonly removedAt: Date | null;
  readonly postedAt: Date;
  readonly language: string | null;
  readonly sentiment: Sentiment;
  readonly topics: readonly Topic[];
  readonly urgency: Urgency;
  readonly needsAnswer: boolean;
}

const EXCERPT_LENGTH = 240;

/**
 * What the queue shows of a thread: the newest words of its critic, who is whoever began it. Depends on its comments
 * only, not on the order in which they came.
 */
export function summarise(comments: readonly CommentFacts[]) {
  const sorted = comments.toSorted(byTime);
  const first = sorted.find((c) => !c.own) ?? sorted[0];
  if (!first) throw new Error('a thread has at least one comment');
  const standing = sorted.filter((c) => c.removedAt === null);
  const waiting = standing.filter((c) => !c.own && !isOutOfSight(c));
  const shown =
    waiting.findLast((c) => c.authorId === first.authorId) ?? waiting.at(-1) ?? sorted.findLast((c) => !c.own) ?? first;
  return {
    authorId: first.authorId,
    excerpt: excerpt(shown.body),
    language: shown.language,
    sentiment: shown.sentiment,
    topics: [...shown.topics],
    // Somebody else in the conversation may be the one who is in danger or asks.
    urgency: waiting.reduce<Urgency>((most, c) => (c.urgency > most ? c.urgency : most), shown.urgency),
    needsAnswer: shown.needsAnswer || waiting.some((c) => c.needsAnswer),
    comments: standing.length,
    openedAt: first.postedAt,
    lastActivityAt: (sorted.at(-1) ?? first).postedAt,
    /** Is there anything by somebody outside that can be answered? */
    answerable: waiting.length > 0,
    /** Why not: what is left was marked as spam, or hidden. */
    spam: waiting.length === 0 && standing.some((c) => !c.own && c.visibility === 'spam'),
    hidden: waiting.length === 0 && standing.some((c) => !c.own && c.visibility === 'hidden'),
  };
}

/** The public does not see it any more: it needs no answer. What waits for its first release does. */
export const isOutOfSight = ({ visibility }: Pick<CommentFacts, 'visibility'>): boolean =>
  visibility === 'spam' || visibility === 'hidden';

const byTime = (a: CommentFacts, b: CommentFacts): number =>
  a.postedAt.getTime() - b.postedAt.getTime() || (a.externalId < b.externalId ? -1 : 1);

function excerpt(body: string): string {
  const line = body
    .slice(0, EXCERPT_LENGTH * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= EXCERPT_LENGTH ? line : `${[...line].slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}
