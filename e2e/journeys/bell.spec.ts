import type { Thread } from '@stammgast/shared/contract/threads';
import { addApiChannel, promiseOneMinute } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, rowOf, test, untilLive } from './people.ts';

test('the bell rings for a lead at the second of a breach, and leads to what is overdue', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  await promiseOneMinute(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  const page = await open(`${house.url}/inbox`, lead);
  const bell = page.getByRole('link', { name: /^Benachrichtigungen/ });
  await expect(bell).toBeVisible();
  await untilLive(page);
  // The minute began when the guest wrote: nearly over when we hear of it.
  await deliver(house.url, channel.token, [
    guestSays('Nie wieder, das Zimmer war schmutzig.', {
      author: { externalId: 'sabine', name: 'Sabine Keller' },
      postedAt: new Date(Date.now() - 52_000).toISOString(),
    }),
  ]);
  await expect(bell).toContainText('1', { timeout: 15_000 });
  const { threads } = await lead.call<{ threads: Thread['row'][] }>('GET', '/api/threads');
  expect(Date.now() - Date.parse(threads[0]?.due?.dueAt ?? '')).toBeLessThan(3000);

  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'Benachrichtigungen' })).toBeVisible();
  await expect(page.getByText('1 Gespräch überfällig')).toBeVisible();
  await expectAccessible(page, 'notifications');
  await page.getByRole('link', { name: /Sabine Keller/ }).click();
  await expect(rowOf(page, 'Sabine Keller')).toBeVisible();
  await expect(bell).toHaveText('Benachrichtigungen');
});
