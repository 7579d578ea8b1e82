import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { BulkAction } from '@stammgast/shared/contract/work';
import { withTags } from './tag-names.ts';

/** How a row will look when the server has done it; null: it will not change, or not be done. */
export function patchOf(action: BulkAction, row: ThreadRow, me: string): Partial<ThreadRow> | null {
  switch (action.kind) {
    case 'claim':
      return row.assigneeId === null ? { assigneeId: me } : null;
    case 'assign':
      return { assigneeId: action.assigneeId };
    case 'resolve':
      if (row.status === 'resolved') return null;
      return { status: 'resolved', resolvedReason: action.reason ?? 'answered', resolvedBy: me, snoozedUntil: null };
    case 'reopen':
      return row.status === 'open' ? null : { status: 'open', resolvedReason: null, resolvedBy: null };
    case 'tag':
      return { tags: withTags(row.tags, { add: action.add ?? [], remove: action.remove ?? [] }) };
    case 'snooze':
      return row.status === 'resolved' ? null : { snoozedUntil: action.until };
    case 'wake':
      return { snoozedUntil: null };
    case 'read':
    case 'unread':
      return null;
  }
}
