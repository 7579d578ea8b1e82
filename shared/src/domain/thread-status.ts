/** Status of a thread is the team's, not a person's. `waiting`: we answered, the critic's turn. */
export const threadStatuses = ['open', 'waiting', 'resolved'] as const;
export type ThreadStatus = (typeof threadStatuses)[number];

export const threadSteps = ['comment', 'answer', 'resolve', 'reopen'] as const;
export type ThreadStep = (typeof threadSteps)[number];

const table: Record<ThreadStatus, Partial<Record<ThreadStep, ThreadStatus>>> = {
  open: { comment: 'open', answer: 'waiting', resolve: 'resolved' },
  waiting: { comment: 'open', answer: 'waiting', resolve: 'resolved', reopen: 'open' },
  resolved: { comment: 'open', answer: 'resolved', reopen: 'open' },
};

/** The next status, or null when the step is not possible from here. The only place that decides. */
export function nextThreadStatus(status: ThreadStatus, step: ThreadStep): ThreadStatus | null {
  return table[status][step] ?? null;
}

/** Why a thread may end without a public answer. */
export const resolveReasons = [
  'answered',
  'praise',
  'spam',
  'duplicate',
  'not-ours',
  'no-answer-needed',
  'imported',
  'removed',
  'hidden',
  'disconnected',
] as const;
export type ResolveReason = (typeof resolveReasons)[number];
