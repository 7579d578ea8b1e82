import type { Page } from '@playwright/test';
import type { Thread, ThreadRow } from '@stammgast/shared/contract/threads';
import { guardCodes } from '@stammgast/shared/domain/answer-check/guard-codes';
import { type ApiClient, addApiChannel, changeDeadlines, plainPolicy, push } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { notWeb, payloads, webAddress } from './payloads.ts';
import { expect, longestWaitMs, queueRows, test, untilLive } from './people.ts';

const seen = (text: string) => text.replace(/[\s\p{C}]/gu, '');
const idOf = (payload: string, index: number) => `${payload.replace(/\p{Cc}/gu, '')} ${index}`;

const from = (payload: string, index: number) => ({
  author: {
    externalId: idOf(payload, index),
    name: payload,
    handle: payload,
    url: webAddress(payload),
  },
  post: { externalId: idOf(payload, index), title: payload, url: webAddress(payload) },
  url: webAddress(payload),
});

/** What must be nowhere in the page, whatever was written. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const every = [...document.querySelectorAll('*')];
    const handlers = every.filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on')));
    const foreign = [...document.querySelectorAll('script, link[href], img, iframe, object, embed, form')].filter(
      (one) => {
        const address = one.getAttribute('src') ?? one.getAttribute('href') ?? one.getAttribute('action') ?? '/';
        return new URL(address, document.baseURI).origin !== location.origin;
      },
    );
    const links = [...document.querySelectorAll('a')].filter(
      (link) =>
        !/^https?:$/.test(link.protocol) ||
        (link.origin !== location.origin && !(link.rel.includes('noopener') && link.rel.includes('noreferrer'))),
    );
    const strange = [...document.querySelectorAll('[data-hostile], base, iframe, math, style, body script')].filter(
      (one) => !(one instanceof HTMLScriptElement && !one.hasAttribute('data-hostile')),
    );
    return [...handlers, ...foreign, ...links, ...strange].map((one) => one.outerHTML.slice(0, 200));
  });
  expect(found).toEqual([]);
}

const allThreads = async (client: ApiClient): Promise<ThreadRow[]> =>
  (await client.call<{ threads: ThreadRow[] }>('GET', '/api/threads?q=&limit=100')).threads;

test('what hostile people write into any field is shown as they wrote it, and does nothing', async ({
  house,
  open,
}) => {
  test.setTimeout(180_000 + 100 * longestWaitMs);
  const hostileNames = payloads.map((payload) => payload.slice(0, 80).trim());
  const channel = await addApiChannel(house.admin, hostileNames[0]);
  await addApiChannel(house.admin, hostileNames[2]);
  await deliver(
    house.url,
    channel.token,
    payloads.map((payload, index) => guestSays(payload, from(payload, index))),
  );
  const colleague = await house.invite(hostileNames[3] ?? '', 'lead', [channel.id]);
  await house.admin.call('PATCH', '/api/me', { name: hostileNames[1] });
  const policy = { ...plainPolicy, name: hostileNames[2], channelId: channel.id, firstMinutes: 60 };
  await changeDeadlines(house.admin, { does: 'add-policy', policy });
  const threads = await allThreads(house.admin);
  expect(threads).toHaveLength(payloads.length);
  for (const [index, { id }] of threads.entries()) {
    const payload = payloads[index % payloads.length] ?? '';
    await colleague.call('POST', `/api/threads/${id}/notes`, { body: payload });
    const thread = await colleague.call<Thread>('GET', `/api/threads/${id}`);
    const reply = { commentId: thread.comments[0]?.id, body: payload, idempotencyKey: `hostile-${index}` };
    await colleague
      .call('POST', `/api/threads/${id}/replies`, { ...reply, confirmed: guardCodes })
      // Open braces look like a placeholder: such an answer does not go out, and that is right.
      .catch((error: Error) =>
        expect([payload, error.message]).toEqual([
          expect.stringContaining('{'),
          expect.stringContaining('reply.guard_blocked'),
        ]),
      );
  }

  const page = await open(`${house.url}/inbox?q=`, house.admin);
  await untilLive(page);
  await test.step('in each thread', async () => {
    for (const { id, author } of threads) {
      await page.goto(`${house.url}/inbox/${id}?q=`);
      const card = page.getByRole('article', { name: `Kommentar von ${author.name}` });
      const said = (await house.admin.call<Thread>('GET', `/api/threads/${id}`)).comments[0]?.body ?? '';
      expect(payloads.map(seen)).toContain(seen(said));
      expect(payloads.map(seen)).toContain(seen(author.name));
      await expect(card.locator('.voice')).toHaveText(said);
      await expect(page.locator('.origin')).toContainText(author.name);
      await expect(page.getByRole('heading', { level: 2, name: author.name }).first()).toBeVisible();
      await expect(page.getByRole('complementary')).toContainText(author.name);
      await expect(page.getByRole('article', { name: /^Interne Notiz von/ })).toHaveCount(1);
      await expectHarmless(page);
    }
  });

  await test.step('in the search field and in the address', async () => {
    const search = page.getByRole('combobox', { name: 'Suchen' });
    for (const payload of payloads) {
      await search.fill(payload);
      await expect(
        page
          .locator('#search-error:not(:empty)')
          .or(queueRows(page).first())
          .or(page.getByRole('heading', { name: 'Keine Treffer' }))
          .first(),
      ).toBeVisible();
      expect(seen(await search.inputValue())).toBe(seen(payload));
      await expect(page.getByText('Liste nicht geladen')).toHaveCount(0);
      await expectHarmless(page);
    }
    for (const payload of payloads) {
      const query = new URLSearchParams({ q: payload, cursor: payload });
      // A path with a dot at its end would be a file for the server.
      const id = encodeURIComponent(payload.replaceAll(/[./]/g, '').slice(0, 60));
      await page.goto(`${house.url}/inbox/${id}?${query}`);
      await expect(page.getByRole('region', { name: 'Warteschlange' })).toBeVisible();
      await expectHarmless(page);
    }
  });

  await test.step('on every other page', async () => {
    const pages = ['/wall', '/channels', '/team', '/deadlines', '/profile', '/api-docs', '/sign-in?next=javascript:1'];
    for (const path of pages) {
      await page.goto(house.url + path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expectHarmless(page);
    }
    await page.goto(`${house.url}/channels`);
    await expect(page.getByText(hostileNames[2] ?? '').first()).toBeVisible();
    await page.goto(`${house.url}/team`);
    await expect(page.getByText(hostileNames[3] ?? '').first()).toBeVisible();
    await page.goto(`${house.url}/deadlines`);
    await expect(page.getByText(hostileNames[2] ?? '').first()).toBeVisible();
  });

  await test.step('no address that is none', async () => {
    for (const url of notWeb) {
      for (const field of [
        { url },
        { author: { externalId: 'x', name: 'x', url } },
        { post: { externalId: 'x', title: 'x', url } },
      ]) {
        const answer = await push(house.url, channel.token, [guestSays('Hallo', field)]);
        expect(answer.status, `${JSON.stringify(field)}`).toBe(400);
      }
    }
  });
});
