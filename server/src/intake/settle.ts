import type { IncomingChange, IncomingComment } from '../connectors/connector.ts';

/** Version of a reading from a platform without versions. */
export const READING = -1;
/** Version of a removal that no later edit can undo. */
export const FINAL = Number.MAX_SAFE_INTEGER;

export interface Removal {
  readonly version: number;
  readonly at: Date;
}
/** The part of a comment that can change. */
type Content = Pick<IncomingComment, 'body' | 'visibility' | 'likes' | 'url' | 'version'>;
/** What is known of one comment: its newest text, its newest removal, or both. */
export interface Known {
  readonly comment: Content | null;
  readonly removal: Removal | null;
}
export type Outcome = 'added' | 'edited' | 'removed' | 'unchanged';

export const nothingKnown: Known = { comment: null, removal: null };

/** Is the comment gone? A removal counts while it is not older than the text. */
export const isGone = (known: Known): boolean =>
  known.removal !== null && (known.comment === null || known.removal.version >= versionOf(known.comment));

/**
 * One step of truth. Versioned changes give the same end in any order and however often they come:
 * the newest text and the newest removal win, each by itself. Unversioned readings count in the order they were read.
 */
export function settle(known: Known, change: IncomingChange): { known: Known; outcome: Outcome } {
  return change.kind === 'removed' ? settleRemoval(known, change) : settleComment(known, change.comment);
}

/** A reading says only that the public does not see it: what it has seen before does not wait for a first release. */
function asSeen(known: Known, comment: IncomingComment): IncomingComment {
  const was = known.comment?.visibility;
  const wasShown = was === 'public' || was === 'hidden';
  return comment.visibility === 'held' && wasShown ? { ...comment, visibility: 'hidden' } : comment;
}

function settleComment(known: Known, incoming: IncomingComment): { known: Known; outcome: Outcome } {
  const reading = incoming.version === null;
  const comment = reading ? asSeen(known, incoming) : incoming;
  const next: Known = {
    comment: reading || isNewer(comment, known.comment) ? comment : known.comment,
    // A platform that shows the comment again says that it is not removed.
    removal: reading ? null : known.removal,
  };
  if (known.comment === null) return { known: next, outcome: isGone(next) ? 'removed' : 'added' };
  const same = sameContent(known.comment, next.comment) && isGone(known) === isGone(next);
  return { known: next, outcome: same || isGone(next) ? 'unchanged' : 'edited' };
}

function settleRemoval(
  known: Known,
  change: Extract<IncomingChange, { kind: 'removed' }>,
): { known: Known; outcome: Outcome } {
  const removal: Removal = { version: change.version ?? READING, at: change.at };
  const newest = known.removal && !isLater(removal, known.removal) ? known.removal : removal;
  const next: Known = { comment: known.comment, removal: newest };
  return { known: next, outcome: isGone(next) && !isGone(known) ? 'removed' : 'unchanged' };
}

const isLater = (a: Removal, b: Removal): boolean =>
  a.version === b.version ? a.at.getTime() < b.at.getTime() : a.version > b.version;

function isNewer(candidate: Content, known: Content | null): boolean {
  if (known === null) return true;
  const a = versionOf(candidate);
  const b = versionOf(known);
  // Two texts with one version are the sender's mistake; the choice must still not depend on the order.
  return a === b ? contentKey(candidate) > contentKey(known) : a > b;
}

const versionOf = (comment: Content): number => comment.version ?? READING;

const sameContent = (a: Content | null, b: Content | null): boolean =>
  a === b || (a !== null && b !== null && contentKey(a) === contentKey(b));

/** What a person would see change. */
const contentKey = (c: Content): string => JSON.stringify([c.body, c.visibility, c.likes, c.url]);
