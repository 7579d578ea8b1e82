import { nextThreadStatus, type ResolveReason, type ThreadStatus } from '@stammgast/shared/domain/thread-status';
import type { summarise } from './summary.ts';

type Summary = ReturnType<typeof summarise>;
export interface Standing {
  readonly status: ThreadStatus;
  readonly resolvedReason: ResolveReason | null;
}

/** Where a thread stands when it is first seen. Imported history waits in the archive, unless it awaits a decision. */
export function firstStanding(summary: Summary, from: { history: boolean; own: boolean; held: boolean }): Standing {
  if (!summary.answerable) return { status: 'resolved', resolvedReason: emptyReason(summary, from.own) };
  if (from.history && !from.held) return { status: 'resolved', resolvedReason: 'imported' };
  return { status: 'open', resolvedReason: null };
}

/** Where a thread stands after its comments changed. */
export function nextStanding(
  { status, resolvedReason }: Standing,
  summary: Summary,
  change: { heard: boolean; own: boolean },
): Standing {
  if (!summary.answerable) {
    const stays = status === 'resolved';
    return { status: 'resolved', resolvedReason: stays ? resolvedReason : emptyReason(summary, change.own) };
  }
  const cameBack = resolvedReason === 'removed' || resolvedReason === 'spam' || resolvedReason === 'hidden';
  if (!change.heard && !cameBack) return { status, resolvedReason };
  const next = nextThreadStatus(status, 'comment') ?? status;
  return { status: next, resolvedReason: next === 'resolved' ? resolvedReason : null };
}

function emptyReason({ spam, hidden }: Summary, own: boolean): ResolveReason {
  if (own) return 'no-answer-needed';
  return hidden ? 'hidden' : spam ? 'spam' : 'removed';
}
