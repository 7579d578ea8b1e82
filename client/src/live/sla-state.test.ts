import { describe, expect, it } from 'vitest';
import { slaAmount, slaLevel } from './sla-state.ts';

const due = {
  kind: 'first',
  startedAt: '2026-03-05T11:00:00.000Z',
  soonAt: '2026-03-05T12:30:00.000Z',
  dueAt: '2026-03-05T13:00:00.000Z',
  breachedAt: null,
} as const;
const at = (time: string) => Date.parse(`2026-03-05T${time}Z`);

describe('slaLevel', () => {
  it('turns at the very second', () => {
    const open = { status: 'open', due } as const;
    expect(slaLevel(open, at('12:29:59.999'))).toBe('ok');
    expect(slaLevel(open, at('12:30:00.000'))).toBe('soon');
    expect(slaLevel(open, at('12:59:59.999'))).toBe('soon');
    expect(slaLevel(open, at('13:00:00.000'))).toBe('over');
  });

  it('knows rest, end and no promise', () => {
    expect(slaLevel({ status: 'waiting', due: null }, at('14:00:00'))).toBe('pause');
    expect(slaLevel({ status: 'waiting', due }, at('14:00:00'))).toBe('over');
    expect(slaLevel({ status: 'resolved', due }, at('14:00:00'))).toBe('done');
    expect(slaLevel({ status: 'open', due: null }, at('14:00:00'))).toBe('none');
  });
});

describe('slaAmount', () => {
  it('is as coarse as it may be', () => {
    expect(slaAmount(due.dueAt, at('12:59:30'))).toEqual({ unit: 'seconds', n: 30 });
    expect(slaAmount(due.dueAt, at('12:41:10'))).toEqual({ unit: 'minutes', n: 18 });
    expect(slaAmount(due.dueAt, at('13:42:59'))).toEqual({ unit: 'minutes', n: 42 });
    expect(slaAmount(due.dueAt, at('10:55:00'))).toEqual({ unit: 'hours', h: 2, m: '05' });
    expect(slaAmount('2026-03-07T13:00:00.000Z', at('12:00:00'))).toEqual({ unit: 'at' });
    expect(slaAmount('2026-03-02T12:00:00.000Z', at('13:00:00'))).toEqual({ unit: 'days', count: 3 });
  });
});
