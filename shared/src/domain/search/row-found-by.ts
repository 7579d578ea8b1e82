import type { ThreadRow } from '../../contract/threads.ts';
import { type Search, termsOf } from './search.ts';

/**
 * The row as a list shows it. What is found by what reviewers gave tells nothing of who in the house had it: that would be
 * a list of whose answers were poor.
 */
export function rowFoundBy({ where }: Search, row: ThreadRow): ThreadRow {
  const byQuality = termsOf(where).some(({ key }) => key === 'quality');
  return byQuality ? { ...row, assigneeId: null, resolvedBy: null } : row;
}
