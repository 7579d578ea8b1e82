import type { Channel } from '@stammgast/shared/contract/channels';
import { expect, test } from 'vitest';
import { missingOf } from './missing-channels.ts';

const channel = (id: string, state: Channel['state'], lastSuccessAt: string | null = null) => ({
  ...{ id, platform: 'feed' as const, name: `Kanal ${id}`, state, lastSuccessAt },
});
const silence = (id: string) => ({ id, lastItemAt: '2026-03-05T09:00:00.000Z', usualGapMinutes: 20 });

test('what fails comes first, with when it last worked; then what is silent', () => {
  const channels = [channel('a', 'ok'), channel('b', 'failing', '2026-03-05T12:02:00.000Z'), channel('c', 'failing')];
  expect(missingOf(channels, [silence('a')])).toMatchObject([
    { id: 'b', name: 'Kanal b', kind: 'failing', since: '2026-03-05T12:02:00.000Z', usualGapMinutes: null },
    { id: 'c', name: 'Kanal c', kind: 'failing', since: null, usualGapMinutes: null },
    { id: 'a', name: 'Kanal a', kind: 'silent', since: '2026-03-05T09:00:00.000Z', usualGapMinutes: 20 },
  ]);
});

test('a channel is named once, and never one that was paused or that one may not see', () => {
  const channels = [channel('a', 'failing'), channel('b', 'paused'), channel('c', 'new')];
  const named = missingOf(channels, ['a', 'b', 'c', 'foreign'].map(silence));
  expect(named.map(({ id, kind }) => [id, kind])).toMatchObject([['a', 'failing']]);
});
