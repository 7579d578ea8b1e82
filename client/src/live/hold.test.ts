import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { hold, isHeld, shownNow } from './hold.ts';
import { fetchStale, invalidate } from './invalidate.ts';

afterEach(() => hold(null));

test('the time that is shown stands still with the page', () => {
  const before = shownNow();
  hold(1000);
  expect([isHeld(), shownNow()]).toEqual([true, 1000]);
  hold(null);
  expect(shownNow()).toBeGreaterThanOrEqual(before);
});

test('what has become stale while the page was held is asked for once it goes on, and nothing else', async () => {
  const client = new QueryClient();
  const asked: string[] = [];
  const stops = ['counts', 'radar'].map((name) => {
    const queryFn = () => {
      asked.push(name);
      return asked.length;
    };
    return new QueryObserver(client, { queryKey: [name], queryFn, staleTime: 30_000 }).subscribe(() => undefined);
  });
  await expect.poll(() => asked.length).toBe(2);
  hold(1000);
  invalidate(client, ['counts']);
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual(['counts', 'radar']);
  hold(null);
  fetchStale(client);
  await expect.poll(() => asked).toEqual(['counts', 'radar', 'counts']);
  for (const stop of stops) stop();
});
