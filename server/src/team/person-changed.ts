import type { Change } from '../events/change.ts';

/**
 * The fact that a person is no longer as they were. With `sessionsEnded`, their open sockets have to prove
 * themselves again: sessions are gone from the database by the time the fact is read.
 */
export const personChanged = (personId: string, byPersonId: string, sessionsEnded: boolean, change: Change) =>
  ({ kind: 'person.changed', personId: byPersonId, payload: { personId, sessionsEnded }, change }) as const;
