import type { Presence } from '@stammgast/shared/contract/presence';
import { expect, it } from 'vitest';
import { withPresences } from './presence.ts';

const at = (threadId: string, personId: string, channelId = 'blog'): Presence => ({
  threadId,
  channelId,
  personId,
  level: 'sees',
  since: '2026-03-05T13:00:00.000Z',
});
const names = (map: ReadonlyMap<string, readonly Presence[]>) =>
  [...map].map(([threadId, people]) => `${threadId}: ${people.map((one) => one.personId).join()}`).toSorted();

it('a channel’s news replace what was known of that channel, and nothing else', () => {
  const first = withPresences(new Map(), {
    channelId: null,
    present: [at('t1', 'anna'), at('t2', 'ben'), at('f1', 'eva', 'forum')],
  });
  const second = withPresences(first, { channelId: 'blog', present: [at('t2', 'ben'), at('t2', 'anna')] });
  expect(names(second)).toEqual(['f1: eva', 't2: ben,anna']);
  expect(second.get('f1')).toBe(first.get('f1'));
  expect(names(withPresences(second, { channelId: 'forum', present: [] }))).toEqual(['t2: ben,anna']);
});

it('a whole picture after a break replaces everything', () => {
  const first = withPresences(new Map(), { channelId: 'blog', present: [at('t1', 'anna')] });
  expect(names(withPresences(first, { channelId: null, present: [] }))).toEqual([]);
});
