import { describe, expect, it } from 'vitest';
import { aRow } from '../../../testing/rows.ts';
import { patchOf } from './bulk-patch.ts';

describe('what a row will look like', () => {
  it('leaves alone what others have, and what is done already', () => {
    expect(patchOf({ kind: 'claim' }, aRow(), 'anna')).toEqual({ assigneeId: 'anna' });
    expect(patchOf({ kind: 'claim' }, aRow({ assigneeId: 'tom' }), 'anna')).toBeNull();
    expect(patchOf({ kind: 'resolve', reason: 'spam' }, aRow({ status: 'resolved' }), 'anna')).toBeNull();
    expect(patchOf({ kind: 'reopen' }, aRow(), 'anna')).toBeNull();
  });

  it('is what the server writes', () => {
    expect(patchOf({ kind: 'resolve', reason: 'spam' }, aRow(), 'anna')).toMatchObject({
      status: 'resolved',
      resolvedReason: 'spam',
      resolvedBy: 'anna',
    });
    expect(patchOf({ kind: 'tag', add: ['Presse'] }, aRow({ tags: ['VIP'] }), 'anna')).toEqual({
      tags: ['Presse', 'VIP'],
    });
    expect(patchOf({ kind: 'snooze', until: '2026-03-06T08:00:00.000Z' }, aRow(), 'anna')).toEqual({
      snoozedUntil: '2026-03-06T08:00:00.000Z',
    });
  });
});
