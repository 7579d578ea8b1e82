import { type ApiClient, demoSignIn } from '../house.ts';
import { expect, test } from './people.ts';
import { inspect, sharedDemo, wordOf } from './screens.ts';

const demo = sharedDemo();

interface Submitted {
  readonly threadId: string;
  readonly replyId: string;
}

/** An answer that waits for a second person, in a thread that both see. */
async function submitted(agent: ApiClient, lead: ApiClient): Promise<Submitted> {
  const rowsOf = (client: ApiClient) =>
    client.call<{ threads: { id: string; said: number; replyState: string | null }[] }>('GET', '/api/threads?limit=50');
  const seen = new Set((await rowsOf(lead)).threads.map(({ id }) => id));
  const free = (await rowsOf(agent)).threads.filter(({ id, replyState }) => seen.has(id) && replyState === null);
  for (const { id: threadId, said } of free) {
    const thread = await agent.call<{
      channel: { can: { reply: string } };
      comments: { id: string; author: { own: boolean } }[];
      replies: unknown[];
    }>('GET', `/api/threads/${threadId}`);
    const commentId = thread.comments.findLast(({ author }) => !author.own)?.id;
    if (thread.channel.can.reply === 'none' || thread.replies.length > 0 || !commentId) continue;
    const body = { commentId, body: 'Das tut uns leid.', idempotencyKey: crypto.randomUUID(), approval: true, said };
    const { id: replyId } = await agent.call<{ id: string }>('POST', `/api/threads/${threadId}/replies`, body);
    return { threadId, replyId };
  }
  throw new Error('the demo has no thread to answer');
}

for (const locale of ['de', 'en'] as const) {
  const word = (area: string, path: string) => wordOf(locale, area, path);

  test(`what waits for a second person, and the page of a guest in ${locale}`, async ({ open }) => {
    test.setTimeout(180_000);
    const [agent, lead] = [await demoSignIn(demo().url, 'agent'), await demoSignIn(demo().url, 'lead')];
    for (const client of [agent, lead]) await client.call('PATCH', '/api/me', { locale, theme: 'system' });
    const { threadId, replyId } = await submitted(agent, lead);
    const page = await open(`${demo().url}/inbox/${threadId}`, lead);
    const button = (path: string) => page.locator('.approval').getByRole('button', { name: word('approval', path) });
    await expect(button('approve')).toBeVisible();
    await inspect(page, locale, 'waiting answer');
    for (const [path, title] of [
      ['change', 'changeDialog.title'],
      ['reject', 'rejectDialog.title'],
      ['askGuest', 'guestDialog.title.approve'],
    ] as const) {
      await button(path).first().click();
      await expect(page.getByRole('dialog', { name: word('approval', title) })).toBeVisible();
      await inspect(page, locale, title);
      if (path !== 'askGuest') await page.keyboard.press('Escape');
    }
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: word('approval', 'guestDialog.name') }).fill('Dr. Huber');
    await dialog.getByRole('button', { name: word('approval', 'guestDialog.submit') }).click();
    await expect(dialog.getByRole('textbox', { name: word('approval', 'link.label') })).toBeVisible();
    await inspect(page, locale, 'link for a guest');
    const link = await dialog.getByRole('textbox').inputValue();
    await page.keyboard.press('Escape');

    const guest = await open(link, undefined, { locale: locale === 'de' ? 'de-DE' : 'en-GB' });
    for (const way of ['approve', 'change', 'reject']) {
      await guest.getByRole('radio', { name: word('guest', `decide.${way}`) }).check();
      await inspect(guest, locale, `guest: ${way}`);
    }
    await lead.call('POST', `/api/replies/${replyId}/rejection`, { version: 1, remark: 'Bitte genauer.' });
    await expect(page.locator('.approval-remark')).toBeVisible();
    await inspect(page, locale, 'answer that was given back');
    await guest.reload();
    await expect(guest.getByRole('heading', { name: word('guest', 'closed.title') })).toBeVisible();
    await inspect(guest, locale, 'guest: closed');

    const writing = await submitted(agent, lead);
    await agent.call('POST', `/api/replies/${writing.replyId}/undo`);
    await page.goto(`${demo().url}/inbox/${writing.threadId}`);
    await page.getByRole('button', { name: word('common', 'more') }).click();
    await page.getByRole('menuitem', { name: word('inbox', 'writeOutside') }).click();
    await dialog.getByRole('textbox', { name: word('approval', 'guestDialog.name') }).fill('Dr. Huber');
    await inspect(page, locale, 'guestDialog.title.write');
    await dialog.getByRole('button', { name: word('approval', 'guestDialog.submit') }).click();
    await guest.goto(await dialog.getByRole('textbox', { name: word('approval', 'link.label') }).inputValue());
    await guest.getByRole('textbox').fill('Guten Tag.');
    await inspect(guest, locale, 'guest: write');
    await guest.getByRole('button', { name: word('guest', 'write.submit') }).click();
    await expect(guest.getByRole('heading', { name: word('guest', 'thanks.title') })).toBeVisible();
    await inspect(guest, locale, 'guest: thanks');
  });
}
