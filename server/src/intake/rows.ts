import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { IncomingComment } from '../connectors/connector.ts';
import { stems } from '../text/stems.ts';
import type { CommentRow, NewComment } from './intake.queries.ts';
import type { Addition } from './plan.ts';
import { isGone, READING } from './settle.ts';

/** What is stored because of the text: the text, its search form and what the machine makes of it. */
export function contentOf(comment: IncomingComment, assessment: Assessment, corrected?: CommentRow) {
  const kept = corrected?.corrected ? { sentiment: corrected.sentiment, topics: corrected.topics } : {};
  return {
    body: comment.body,
    stems: stems(`${comment.author.name} ${comment.body}`, assessment.language),
    language: assessment.language,
    sentiment: assessment.sentiment,
    sentimentScore: assessment.sentimentScore,
    confidence: assessment.confidence,
    evidence: assessment.evidence,
    topics: assessment.topics,
    urgency: assessment.urgency,
    reasons: assessment.reasons,
    needsAnswer: assessment.needsAnswer,
    // What a person said about the comment outlives an edit.
    ...kept,
  };
}

export interface RowParts {
  readonly id: string;
  readonly channelId: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly postId: string | null;
  readonly receivedAt: Date;
  readonly assessment: Assessment;
}

export function commentRow({ comment, removal }: Addition, parts: RowParts): NewComment {
  const { assessment, ...places } = parts;
  const removedAt = removal && isGone({ comment, removal }) ? removal.at : null;
  return {
    ...places,
    ...contentOf(comment, assessment),
    ...(removedAt ? { stems: '' } : {}),
    externalId: comment.externalId,
    parentExternalId: comment.parentExternalId,
    own: comment.author.own,
    version: comment.version ?? READING,
    removedVersion: removal?.version ?? null,
    removedAt,
    visibility: comment.visibility,
    url: comment.url,
    likes: comment.likes,
    postedAt: notInFuture(comment.postedAt, parts.receivedAt),
    editedAt: null,
  };
}

/** A platform whose clock runs ahead must not give anybody more time. */
const notInFuture = (at: Date, now: Date): Date => (at.getTime() > now.getTime() ? now : at);
