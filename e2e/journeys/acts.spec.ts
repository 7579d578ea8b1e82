// What a platform lets us do to a comment: like it, and hide it, where criticism takes a second person.
import { demoSignIn, removeDataDir, type ServerProcess, startServer } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, rowOf, test, threadPane, untilLive } from './people.ts';

let server: ServerProcess;
test.beforeAll(async () => {
  server = await startServer({ env: { STAMMGAST_DEMO: '1' } });
});
test.afterAll(async () => {
  await server?.stop();
  if (server) removeDataDir(server.dataDir);
});

test('a comment is liked by a key, and criticism is hidden by two people or not at all', async ({ open }) => {
  const agent = await demoSignIn(server.url, 'agent');
  const lead = await demoSignIn(server.url, 'lead');
  const page = await open(`${server.url}/inbox`, agent);
  await rowOf(page, 'Sabine Keller').first().click();
  const pane = threadPane(page, 'Sabine Keller');
  const comment = pane.getByRole('article', { name: 'Kommentar von Sabine Keller' }).last();
  await expect(comment).toBeVisible();
  await untilLive(page);
  const boss = await open(page.url(), lead);
  const theirs = threadPane(boss, 'Sabine Keller');
  await expect(theirs).toBeVisible();

  await test.step('like by +, taken back by z', async () => {
    await page.getByRole('region', { name: 'Gespräch', exact: true }).focus();
    await page.keyboard.press('+');
    await expect(comment.getByText('auch uns')).toBeVisible();
    await expect(theirs.getByText('auch uns')).toBeVisible();
    await page.keyboard.press('z');
    await expect(comment.getByText('auch uns')).toHaveCount(0);
  });

  await test.step('hiding criticism asks for a second person, and the comment stays', async () => {
    await pane.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Kommentar ausblenden …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Anderer Grund' }).check();
    await expect(dialog.getByText('Der Kommentar bleibt sichtbar, bis eine zweite Person zustimmt.')).toBeVisible();
    await expectAccessible(page, 'acting on a comment');
    await dialog.getByRole('button', { name: 'Zweite Person bitten' }).click();
    await expect(dialog.getByText('Bitte nennen Sie den Grund.')).toBeVisible();
    await dialog.getByLabel('Anmerkung').fill('Steht schon bei uns.');
    await dialog.getByRole('button', { name: 'Zweite Person bitten' }).click();
    await expect(pane.getByText(/Sie bitten, diesen Kommentar zu verbergen/)).toBeVisible();
    await expect(pane.getByRole('button', { name: 'Verbergen' })).toHaveCount(0);
    await expectAccessible(page, 'acting on a comment');
  });

  await test.step('the second person keeps it visible and says why', async () => {
    await expect(boss.getByRole('button', { name: '1 Bitte um Ausblenden' })).toBeVisible();
    await expect(page.getByRole('button', { name: '1 Bitte um Ausblenden' })).toHaveCount(0);
    await theirs.getByRole('button', { name: 'Sichtbar lassen' }).click();
    await expect(theirs.getByText('Bitte sagen Sie, warum der Kommentar sichtbar bleibt.')).toBeVisible();
    await theirs.getByLabel('Anmerkung zur Entscheidung').fill('Das ist berechtigte Kritik.');
    await expectAccessible(boss, 'acting on a comment');
    const answered = Promise.withResolvers<void>();
    await boss.route('**/api/moderations/**', (route) => answered.promise.then(() => route.continue()));
    await theirs.getByRole('button', { name: 'Sichtbar lassen' }).click();
    await expect(theirs.getByRole('button', { name: 'Verbergen', exact: true })).toBeDisabled();
    answered.resolve();
    await expect(theirs.getByRole('button', { name: 'Verbergen', exact: true })).toHaveCount(0);
    await expect(pane.getByText(/bleibt sichtbar:.*hat abgelehnt. „Das ist berechtigte Kritik.“/)).toBeVisible();
  });

  await test.step('asked again, and agreed to: hidden, and it can be shown again', async () => {
    await pane.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Kommentar ausblenden …' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Spam oder Werbung' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Zweite Person bitten' }).click();
    await theirs.getByRole('button', { name: 'Verbergen', exact: true }).click();
    await expect(pane.getByText('Auf der Plattform ausgeblendet')).toBeVisible();
    await pane.getByRole('button', { name: 'Wieder zeigen' }).click();
    await expect(pane.getByText('Auf der Plattform ausgeblendet')).toHaveCount(0);
  });
});
