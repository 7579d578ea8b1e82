import { expect, test } from 'vitest';
import { onTick, tick } from './ticker.ts';

test('all who listen are told at once when the clock is stopped or goes on, and nobody who has stopped listening', () => {
  const told: string[] = [];
  const stops = ['chip', 'bar'].map((name) => onTick(() => told.push(name)));
  tick();
  stops[0]?.();
  tick();
  stops[1]?.();
  tick();
  expect(told).toEqual(['chip', 'bar', 'bar']);
});
