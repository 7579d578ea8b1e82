import type { Page } from '@playwright/test';
import { addApiChannel } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, type Journey, test, threadPane } from './people.ts';

const thanks = { name: 'Dank', language: 'de', channelId: null, bodySie: 'Danke, {{vorname}}.', bodyDu: null };

async function answering({ house, open }: Pick<Journey, 'house' | 'open'>): Promise<Page> {
  const channel = await addApiChannel(house.admin);
  await house.admin.call('POST', '/api/snippets', thanks);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const author = { externalId: 'sabine', name: 'Sabine Keller' };
  await deliver(house.url, channel.token, [guestSays('Der Tee war kalt.', { author })]);
  const page = await open(`${house.url}/inbox`, anna);
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await composer(page).click();
  return page;
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Textbausteine' });

test("the browser's own undo takes a snippet back and leaves what was typed before it", async ({ house, open }) => {
  const page = await answering({ house, open });
  await page.keyboard.type('Guten Tag. ::da');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(composer(page)).toHaveValue('Guten Tag. Danke, Sabine.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(composer(page)).toHaveValue('Guten Tag. ::da');
});

test('Shift+Tab leaves the paper, and the list of snippets goes with it', async ({ house, open }) => {
  const page = await answering({ house, open });
  await page.keyboard.type('Guten Tag. ::da');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(composer(page)).not.toBeFocused();
  await expect(composer(page)).toHaveValue('Guten Tag. ::da');
  await expect(list(page)).toHaveCount(0);
});

test('Enter in the search for emoji puts one where the caret is, and never sends the answer', async ({
  house,
  open,
}) => {
  const page = await answering({ house, open });
  const paper = composer(page);
  const button = page.getByRole('button', { name: 'Emoji einfügen' });
  const search = page.getByRole('searchbox', { name: 'Emoji suchen' });
  await page.keyboard.type('Guten Tag.');
  await paper.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
  await button.click();
  await search.fill('danke');
  await search.press('Enter');
  await expect(paper).toBeFocused();
  await page.keyboard.type('!');
  await expect(paper).toHaveValue('Guten🙏! Tag.');

  await button.click();
  await search.fill('xyz');
  await search.press('Enter');
  await expect(page.getByText('Nichts passt dazu.')).toBeVisible();
  await search.fill('');
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
  await expect(button).toBeFocused();
  await expect(paper).toHaveValue('Guten🙏! Tag.');
  await expect(page.getByRole('article', { name: 'Antwort von Anna Hofer' })).toHaveCount(0);
});

test('from the preview one key leads back to the paper, and sending to the conversation', async ({ house, open }) => {
  const page = await answering({ house, open });
  await page.keyboard.type('Guten Tag.');
  const preview = page.getByRole('region', { name: 'So steht die Antwort öffentlich' });
  const eye = page.getByRole('button', { name: 'So steht es öffentlich' });
  await eye.click();
  await expect(preview.getByText('Guten Tag.')).toHaveAttribute('lang', 'de');
  await page.keyboard.press('r');
  await page.keyboard.type('!');
  await expect(composer(page)).toHaveValue('Guten Tag.!');

  await eye.click();
  await preview.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('article', { name: 'Antwort von Anna Hofer' })).toContainText('Guten Tag.!');
  await expect(page.getByRole('region', { name: 'Gespräch', exact: true })).toBeFocused();
});
