import { addApiChannel } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, rowOf, test, threadPane } from './people.ts';

test.use({ env: { STAMMGAST_UNDO_SECONDS: '4' } });

test('an answer goes out once although browser and server end while it is held', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const author = { externalId: 'sabine', name: 'Sabine Keller' };
  await deliver(house.url, channel.token, [guestSays('Der Tee war kalt.', { author })]);
  const page = await open(`${house.url}/inbox`, anna);
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await composer(page).fill('Das tut uns leid.');
  await composer(page).press('ControlOrMeta+Enter');
  await expect(page.getByRole('article', { name: 'Antwort von Anna Hofer' })).toContainText(/wird in [1-4] s/);
  await page.close();
  await house.kill();
  await house.start();

  const waiting = async () => {
    const headers = { authorization: `Bearer ${channel.token}` };
    const answer = await fetch(`${house.url}/api/v1/replies`, { headers });
    return ((await answer.json()) as { replies: { body: string }[] }).replies.map((reply) => reply.body);
  };
  await expect.poll(waiting, { timeout: 15_000 }).toEqual(['Das tut uns leid.']);
  const again = await open(`${house.url}/inbox`, anna);
  await expect(again.getByRole('article', { name: 'Antwort von Anna Hofer' })).toContainText('wartet auf Freigabe');
  expect(await waiting()).toEqual(['Das tut uns leid.']);
});

test('on a telephone: open, answer and send with at most four taps', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const author = { externalId: 'sabine', name: 'Sabine Keller' };
  await deliver(house.url, channel.token, [guestSays('Der Tee war kalt.', { author })]);
  const viewport = { width: 390, height: 844 };
  const page = await open(`${house.url}/inbox`, anna, { viewport, hasTouch: true, isMobile: true });
  await rowOf(page, 'Sabine Keller').tap();
  await expect(threadPane(page, 'Sabine Keller').getByText('Der Tee war kalt.')).toBeVisible();
  await composer(page).tap();
  const room = await composer(page).boundingBox();
  await page.keyboard.type('Das tut uns leid.');
  // That the words are safe is said without taking room from them.
  await expect(page.getByText('gespeichert', { exact: true })).toBeInViewport({ ratio: 1 });
  expect(await composer(page).boundingBox()).toEqual(room);
  await page.getByRole('button', { name: /^Senden/ }).tap();
  await expect(page.getByRole('article', { name: 'Antwort von Anna Hofer' })).toContainText('Das tut uns leid.');
});
