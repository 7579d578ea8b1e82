import type { Channel } from '@stammgast/shared/contract/channels';
import { wordPressMissing } from '../wordpress/php.ts';
import { startWordPress, type WordPress } from '../wordpress/start-wordpress.ts';
import { expectAccessible } from './accessible.ts';
import { composer, expect, type House, rowOf, test, threadPane, untilLive } from './people.ts';

const missing = wordPressMissing();
test.skip(missing !== undefined, `no WordPress here: ${missing}`);
test.use({ env: { STAMMGAST_UNDO_SECONDS: '1' } });

const sabine = { author: 'Sabine Keller', email: 'sabine@example.test' };
const complaint = 'Das Frühstück war leider kalt und der Kellner sehr unfreundlich. Ich bin wirklich enttäuscht!';

let blog: WordPress;
test.beforeEach(async () => {
  blog = await startWordPress();
});
test.afterEach(() => blog.stop());

const timesOnPage = async (text: string) => (await blog.commentsOnPage()).split(text).length - 1;

async function fetchTwice(house: House, channelId: string): Promise<void> {
  const lastSuccess = async () => {
    const { channels } = await house.admin.call<{ channels: Channel[] }>('GET', '/api/channels');
    return channels.find((channel) => channel.id === channelId)?.lastSuccessAt;
  };
  for (const round of [1, 2]) {
    const before = await lastSuccess();
    await house.admin.call('POST', `/api/channels/${channelId}/fetch`);
    await expect.poll(lastSuccess, { message: `fetch ${round}`, timeout: 30_000 }).not.toBe(before);
  }
}

test('a comment on the blog: connected in the form, answered by keys, edited and trashed', async ({ house, open }) => {
  const admin = await open(`${house.url}/channels`, house.admin);
  await test.step('the form says what is wrong', async () => {
    await admin.getByRole('button', { name: 'Kanal verbinden' }).first().click();
    const form = admin.getByRole('dialog', { name: 'Kanal verbinden' });
    await form.getByRole('radio', { name: /WordPress/ }).check();
    await form.getByLabel('Adresse des Blogs').fill(blog.url);
    await form.getByLabel('Benutzername in WordPress').fill(blog.user);
    await form.getByLabel('Anwendungspasswort').fill('falsch falsch falsch');
    await form.getByLabel('Name des Kanals').fill('Hausblog');
    await form.getByRole('button', { name: 'Verbinden', exact: true }).click();
    await expect(form.getByText('Die Adresse liegt in einem privaten Netz.')).toBeVisible();
    await form.getByLabel(/^Private Adresse erlauben/).check();
    await form.getByRole('button', { name: 'Verbinden', exact: true }).click();
    await expect(form.getByText(/Benutzername oder Passwort wird nicht angenommen.*Anwendungspasswort/)).toBeVisible();
    await form.getByLabel('Anwendungspasswort').fill(blog.appPassword);
    await form.getByRole('button', { name: 'Verbindung testen' }).click();
    await expect(form.getByText('Verbindung steht.')).toBeVisible();
    await form.getByRole('button', { name: 'Verbinden', exact: true }).click();
    await expect(form).toBeHidden();
    await expect(admin.getByText('Hausblog ist verbunden.')).toBeVisible();
  });
  const { channels } = await house.admin.call<{ channels: Channel[] }>('GET', '/api/channels');
  const channelId = channels[0]?.id ?? '';
  const anna = await house.invite('Anna Hofer', 'agent', [channelId]);
  const page = await open(`${house.url}/inbox`, anna);
  await test.step('before the first comment nothing is called answered; who may is shown where to connect more', async () => {
    await admin.goto(`${house.url}/inbox`);
    for (const [who, ways] of [
      [admin, 1],
      [page, 0],
    ] as const) {
      await expect(who.getByRole('heading', { name: 'Noch nichts eingegangen' })).toBeVisible();
      await expect(who.getByRole('link', { name: 'Weiteren Kanal verbinden' })).toHaveCount(ways);
      await expectAccessible(who, 'inbox before the first comment');
    }
  });
  await untilLive(page);

  const commentId = await blog.visitorComments({ ...sabine, text: complaint });
  const row = rowOf(page, 'Sabine Keller');
  const pane = threadPane(page, 'Sabine Keller');
  await test.step('within seconds it is in the inbox, with sentiment and running timer', async () => {
    await expect(row).toContainText('negativ', { timeout: 15_000 });
    await expect(row).toContainText('Das Frühstück war leider kalt');
    await expect(row.getByTitle(/^im Rahmen, fällig/)).toContainText(/1 Std\. 59/);
    await expect(pane.getByRole('article', { name: 'Kommentar von Sabine Keller' })).toContainText(complaint);
  });

  await test.step('answered by keys, the answer is on the blog once', async () => {
    await page.keyboard.press('r');
    await expect(composer(page)).toBeFocused();
    await page.keyboard.type('Das tut uns sehr leid, Frau Keller. Bitte schreiben Sie uns.');
    await page.keyboard.press('ControlOrMeta+Enter');
    const answer = page.getByRole('article', { name: 'Antwort von Anna Hofer' });
    await expect(answer.getByText('veröffentlicht', { exact: true })).toBeVisible({ timeout: 20_000 });
    await fetchTwice(house, channelId);
    expect(await timesOnPage('Das tut uns sehr leid, Frau Keller.')).toBe(1);
    await expect(pane.getByText('Das tut uns sehr leid, Frau Keller.')).toHaveCount(1);
  });

  await test.step('what the blog’s people do shows in the thread', async () => {
    await blog.editComment(commentId, 'Das Frühstück war kalt, aber man hat sich sehr nett entschuldigt.');
    const comment = pane.getByRole('article', { name: 'Kommentar von Sabine Keller' });
    await expect(comment).toContainText('sehr nett entschuldigt', { timeout: 25_000 });
    await expect(comment).toContainText('bearbeitet');
    await blog.trashComment(commentId);
    await expect(comment).toContainText('Der Kommentar wurde entfernt', { timeout: 25_000 });
    await expect(comment).not.toContainText('entschuldigt');
  });
});

test('the server dies between request and confirmation: the answer is on the blog once and is shown as published', async ({
  house,
  open,
}) => {
  const { channel } = await house.admin.call<{ channel: Channel }>('POST', '/api/channels', {
    platform: 'wordpress',
    name: 'Hausblog',
    settings: { url: blog.url, username: blog.user, applicationPassword: blog.appPassword },
    allowPrivateAddress: true,
    replyRegister: 'sie',
    language: null,
  });
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  await fetchTwice(house, channel.id);
  const page = await open(`${house.url}/inbox`, anna);
  await blog.visitorComments({ ...sabine, text: complaint });
  await house.admin.call('POST', `/api/channels/${channel.id}/fetch`);
  await expect(rowOf(page, 'Sabine Keller')).toBeVisible({ timeout: 15_000 });
  await expect(threadPane(page, 'Sabine Keller').getByText(complaint)).toBeVisible();

  blog.delayConfirmations(60_000);
  await page.keyboard.press('r');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('Wir melden uns noch heute bei Ihnen.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => timesOnPage('Wir melden uns noch heute bei Ihnen.'), { timeout: 15_000 }).toBe(1);
  await house.kill();
  blog.delayConfirmations(0);
  await expect(page.getByText(/^Verbindung weg/).first()).toBeVisible();
  await house.start();

  const answer = page.getByRole('article', { name: 'Antwort von Anna Hofer' });
  await expect(answer.getByText('veröffentlicht', { exact: true })).toBeVisible({ timeout: 60_000 });
  await fetchTwice(house, channel.id);
  expect(await timesOnPage('Wir melden uns noch heute bei Ihnen.')).toBe(1);
  await expect(page.getByRole('article').getByText('Wir melden uns noch heute bei Ihnen.')).toHaveCount(1);
});
