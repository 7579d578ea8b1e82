import { addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './people.ts';

test('after a team is dissolved the focus is on the next one, and after the last on the way to a new one', async ({
  house,
  open,
}) => {
  await addApiChannel(house.admin);
  for (const name of ['Berge', 'Stadt', 'Wien']) await house.admin.call('POST', '/api/teams', { name, channelIds: [] });
  const page = await open(`${house.url}/channels`, house.admin);
  const dissolve = async (name: string) => {
    await page.getByRole('button', { name: `Team ${name} auflösen` }).press('Enter');
    const dialog = page.getByRole('dialog', { name: `Team ${name} auflösen` });
    await dialog.getByRole('button', { name: `Team ${name} auflösen` }).press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: name })).toHaveCount(0);
  };
  await dissolve('Berge');
  await expect(page.getByRole('button', { name: 'Team Stadt bearbeiten' })).toBeFocused();
  await dissolve('Wien');
  await expect(page.getByRole('button', { name: 'Team Stadt bearbeiten' })).toBeFocused();
  await dissolve('Stadt');
  await expect(page.getByRole('button', { name: 'Neues Team' })).toBeFocused();
  await expectAccessible(page, 'channels without teams');
});
