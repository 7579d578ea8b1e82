import type { Thread } from '@stammgast/shared/contract/threads';
import { addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, rowOf, test, untilLive } from './people.ts';

const HOUR = 3_600_000;
const sabine = { author: { externalId: 'sabine', name: 'Sabine Keller' } };
const post = { post: { externalId: 'terrasse', title: 'Unsere neue Dachterrasse' } };
/** Four comments a day at this time of the day, for weeks; today none has come. */
const untilYesterday = () =>
  Array.from({ length: 27 * 4 }, (_, n) => {
    const postedAt = new Date(Date.now() - (Math.floor(n / 4) + 1) * 24 * HOUR - (n % 4) * HOUR);
    return guestSays('Gibt es im Winter einen Ladeplatz?', { ...sabine, ...post, postedAt: postedAt.toISOString() });
  });

test('an empty inbox says which channel has gone silent, also to an agent, until it brings something', async ({
  house,
  open,
}) => {
  const { id, token } = await addApiChannel(house.admin);
  const agent = await house.invite('Jonas Reuter', 'agent', [id]);
  await deliver(house.url, token, untilYesterday());
  const { threads } = await agent.call<{ threads: Thread['row'][] }>('GET', '/api/threads');
  // Without a version: what is late at once may be told of as such meanwhile.
  for (const { id: threadId } of threads)
    await agent.call('POST', `/api/threads/${threadId}/resolution`, { reason: 'praise' });

  const page = await open(`${house.url}/inbox`, agent);
  await expect(page.getByRole('heading', { name: 'Alles beantwortet' })).toBeVisible();
  const said = page.getByRole('main').getByText(/nichts seit gestern, /);
  await expect(said).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'nichts seit gestern, ' })).toHaveCount(1);
  await expectAccessible(page, 'inbox with a silent channel');

  await untilLive(page);
  await deliver(house.url, token, [
    guestSays('Das Frühstück war kalt.', { author: { externalId: 'uwe', name: 'Uwe' } }),
  ]);
  await expect(rowOf(page, 'Uwe')).toBeVisible();
  await expect(said).toHaveCount(0);
});
