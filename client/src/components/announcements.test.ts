import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAnnouncements } from './announcements.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function aRegion() {
  const said: string[] = [];
  return { said, announce: createAnnouncements((text) => said.push(text)) };
}

it('says the first at once, and what comes within ten seconds after them', () => {
  const { said, announce } = aRegion();
  announce('queue', '1 neues');
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['1 neues']);
  announce('queue', '2 neue');
  vi.advanceTimersByTime(9_998);
  expect(said).toEqual(['1 neues']);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['1 neues', '2 neue']);
});

it('keeps the last of each kind, and says different kinds together in one order', () => {
  const { said, announce } = aRegion();
  announce('missing', 'Blog: bringt seit 14:02 nichts.');
  announce('queue', '1 neues');
  announce('bell', '1 ungelesene Mitteilung');
  announce('queue', '3 neue, davon 1 überfällig');
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['1 ungelesene Mitteilung. 3 neue, davon 1 überfällig. Blog: bringt seit 14:02 nichts.']);
  vi.advanceTimersByTime(60_000);
  expect(said).toHaveLength(1);
});

it('speaks at most once in ten seconds, whatever comes', () => {
  const { said, announce } = aRegion();
  for (let second = 0; second < 55; second++) {
    announce('queue', `${second} neue`);
    announce('bell', `${second} Mitteilungen`);
    vi.advanceTimersByTime(1000);
  }
  expect(said).toHaveLength(6);
});
