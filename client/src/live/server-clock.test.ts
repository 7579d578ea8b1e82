import { afterEach, expect, it, vi } from 'vitest';
import { learnServerNow, serverNow } from './server-clock.ts';

afterEach(() => vi.restoreAllMocks());

it('follows the server, also when somebody turns the clock of the desk', () => {
  const server = Date.parse('2026-03-05T13:00:00Z');
  learnServerNow('2026-03-05T13:00:00Z');
  expect(Math.abs(serverNow() - server)).toBeLessThan(1000);
  const turned = Date.now() + 600_000;
  vi.spyOn(Date, 'now').mockReturnValue(turned);
  expect(Math.abs(serverNow() - server)).toBeLessThan(1000);
});
