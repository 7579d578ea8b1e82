import { addApiChannel } from '../house.ts';
import { say } from '../list/trials.ts';
import { weighScripts } from '../script-weight.ts';
import { expect, test, untilLive } from './people.ts';

test('the inbox with a thread open comes with no more script than is known', async ({ house, open }) => {
  const { token } = await addApiChannel(house.admin);
  await say({ url: house.url, token, client: house.admin }, 3);
  const page = await open(`${house.url}/livez`, house.admin);
  const weight = weighScripts(page);
  await page.goto(house.url);
  await expect(page.locator('section.talk article').first()).toBeVisible();
  await untilLive(page);
  await page.waitForLoadState('networkidle');
  expect(await weight()).toBeLessThan(232_000);
});
