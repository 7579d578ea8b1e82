import { addApiChannel } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { pdfPages } from './pdf-text.ts';
import { expect, test, threadPane } from './people.ts';

const COMMENTS = 60;
const title = 'Unsere neue Dachterrasse mit Blick über den ganzen See, geöffnet von April bis Oktober bei jedem Wetter';

test('a long thread is printed whole: every comment, addresses, times, and the number of each page', async ({
  house,
  open,
}) => {
  const channel = await addApiChannel(house.admin);
  const agent = await house.invite('Anna Behrens', 'agent', [channel.id]);
  const author = { externalId: 'sabine', name: 'Sabine Keller' };
  const post = { externalId: 'terrasse', title, url: 'https://forum.example/dachterrasse' };
  await deliver(
    house.url,
    channel.token,
    Array.from({ length: COMMENTS }, (_, i) =>
      guestSays(`Der Kaffee war kalt, zum ${i + 1}. Mal.`, {
        ...{ author, post, externalId: `kalt-${i + 1}`, url: `https://forum.example/dachterrasse#kalt-${i + 1}` },
        postedAt: new Date(Date.now() - (COMMENTS - i) * 60_000).toISOString(),
        ...(i > 0 && { parentExternalId: 'kalt-1' }),
      }),
    ),
  );
  const page = await open(`${house.url}/inbox`, agent, { colorScheme: 'dark' });
  const thread = threadPane(page, 'Sabine Keller');
  await expect(thread.getByRole('article')).toHaveCount(COMMENTS);

  const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, text] of pages.entries()) expect(text).toContain(`${index + 1}/${pages.length}`);
  const printed = pages.join('');
  const words = (text: string) => text.replaceAll(/\s/g, '');
  expect(printed).toContain(words(title));
  expect(printed).toContain('https://forum.example/dachterrasse');
  const times = await thread.locator('article time').evaluateAll((all) => all.map((one) => one.getAttribute('title')));
  expect(times).toHaveLength(COMMENTS);
  for (let i = 0; i < COMMENTS; i++) {
    expect(printed).toContain(words(`Der Kaffee war kalt, zum ${i + 1}. Mal.`));
    expect(printed).toContain(`#kalt-${i + 1}`);
    expect(printed).toContain(words(`${times[i]}`));
  }
  // How each promise ran stands at the end, also where it is folded on the screen.
  expect(pages.at(-1)).toContain(words('Minuten Geschäftszeit'));

  await page.emulateMedia({ media: 'print' });
  const links = await thread.locator('a[href^="http"]').all();
  expect(links).toHaveLength(COMMENTS + 1);
  for (const link of links) expect((await link.boundingBox())?.height).toBeLessThan(40);
  const look = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect(look).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: expect.stringMatching(/^rgb\((\d|[1-4]\d), /) });
});
