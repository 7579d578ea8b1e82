import type { IncomingChange, IncomingComment } from '../connectors/connector.ts';
import type { CommentRow } from './intake.queries.ts';
import { isGone, type Known, nothingKnown, type Outcome, READING, type Removal, settle } from './settle.ts';

export interface Addition {
  readonly comment: IncomingComment;
  readonly removal: Removal | null;
}
export interface Amendment {
  readonly row: CommentRow;
  readonly known: Known;
  /** `noted`: nothing that a person must hear of, such as another number of likes. */
  readonly what: 'edited' | 'removed' | 'restored' | 'noted';
}
/** What a batch of changes comes to, given what is stored. */
export interface Plan {
  /** One per change, in their order. */
  readonly outcomes: readonly { readonly externalId: string; readonly outcome: Outcome }[];
  readonly additions: readonly Addition[];
  readonly amendments: readonly Amendment[];
  /** Removals of comments that have not come yet. */
  readonly tombstones: readonly { readonly externalId: string; readonly removal: Removal }[];
}

export const externalIdOf = (change: IncomingChange): string =>
  change.kind === 'removed' ? change.externalId : change.comment.externalId;

export function planChanges(
  changes: readonly IncomingChange[],
  stored: ReadonlyMap<string, CommentRow>,
  tombstones: ReadonlyMap<string, Removal>,
): Plan {
  const now = new Map<string, Known>();
  const outcomes = changes.map((change) => {
    const externalId = externalIdOf(change);
    const before = now.get(externalId) ?? storedKnowledge(stored.get(externalId), tombstones.get(externalId));
    const { known, outcome } = settle(before, change);
    now.set(externalId, known);
    return { externalId, outcome };
  });

  const additions: Addition[] = [];
  const amendments: Amendment[] = [];
  const graves: { externalId: string; removal: Removal }[] = [];
  for (const [externalId, known] of now) {
    const row = stored.get(externalId);
    if (row) {
      const what = difference(row, known);
      if (what) amendments.push({ row, known, what });
    } else if (isIncoming(known.comment)) {
      additions.push({ comment: known.comment, removal: known.removal });
    } else if (known.removal) {
      graves.push({ externalId, removal: known.removal });
    }
  }
  return { outcomes, additions, amendments, tombstones: graves };
}

function storedKnowledge(row: CommentRow | undefined, removal: Removal | undefined): Known {
  if (!row) return removal ? { comment: null, removal } : nothingKnown;
  return {
    comment: {
      body: row.body,
      visibility: row.visibility,
      likes: row.likes,
      url: row.url,
      version: row.version === READING ? null : row.version,
    },
    removal: row.removedAt && row.removedVersion !== null ? { version: row.removedVersion, at: row.removedAt } : null,
  };
}

/** A text that has just come, with all its parts, not one that was read back. */
export const isIncoming = (comment: Known['comment']): comment is IncomingComment =>
  comment !== null && 'author' in comment;

function difference(row: CommentRow, known: Known): Amendment['what'] | null {
  const before = storedKnowledge(row, undefined);
  const [was, is] = [isGone(before), isGone(known)];
  if (was !== is) return is ? 'removed' : 'restored';
  const [a, b] = [before.comment, known.comment];
  if (!a || !b) return null;
  if (a.body !== b.body || a.visibility !== b.visibility) return 'edited';
  const noted = a.url !== b.url || a.likes !== b.likes || a.version !== b.version;
  return noted || before.removal?.version !== known.removal?.version ? 'noted' : null;
}
