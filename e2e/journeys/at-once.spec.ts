import type { Page, Route } from '@playwright/test';
import { addApiChannel } from '../house.ts';
import { deliver, roomComplaints } from './comments.ts';
import { composer, expect, type House, type Journey, rowOf, test, threadPane, untilLive } from './people.ts';

const guest = 'Sabine Keller';

/** Three threads wait; the first is open and read. */
async function arrive(house: House, open: Journey['open']): Promise<Page> {
  const channel = await addApiChannel(house.admin);
  await deliver(house.url, channel.token, roomComplaints([guest, 'Tobias Gerlach', 'Miriam Vogt']));
  const page = await open(`${house.url}/inbox`, house.admin);
  await expect(threadPane(page, guest)).toBeVisible();
  await untilLive(page);
  await expect(rowOf(page, guest)).not.toHaveClass(unread);
  // That is stored by then: nothing but what the journey does is on its way.
  await page.waitForLoadState('networkidle');
  return page;
}

/** From now on what changes threads waits, until the journey answers in the server's place or lets it through. */
async function holdChanges(page: Page, which = '**/api/threads/**') {
  const held: Route[] = [];
  await page.route(which, (route) => {
    if (route.request().method() === 'GET') return route.fallback();
    held.push(route);
  });
  // A page that is open already may send one more past a new route: from here on it does not.
  await page.route('**/api/held', (route) => route.fulfill({ status: 204 }));
  await expect.poll(() => page.evaluate(async () => (await fetch('/api/held')).status)).toBe(204);
  const untilOne = () => expect.poll(() => held.length, 'a change is on its way').toBeGreaterThan(0);
  const next = async (): Promise<Route> => {
    await untilOne();
    return held.shift() as Route;
  };
  return {
    untilOne,
    answer: async (refusal: Refusal) => (await next()).fulfill(refusal),
    letThrough: async () => (await next()).continue(),
  };
}

interface Refusal {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}
const refusals: readonly { readonly words: string; readonly refusal: Refusal }[] = [
  {
    words: 'Jemand hat es inzwischen geändert.',
    refusal: {
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'conflict.version' }),
    },
  },
  {
    words: 'Auf dem Server ist etwas schiefgegangen.',
    refusal: { status: 500, contentType: 'text/html', body: '<h1>Internal Server Error</h1>' },
  },
];

const hands = (page: Page, name: string) => rowOf(page, name).locator('.hands > .av');
const unread = /\bunread\b/;

/** What one does by key, the keys after a dialog has opened, and how its row looks with it and without. */
const deeds: readonly {
  readonly name: string;
  readonly keys: readonly string[];
  readonly inDialog?: readonly string[];
  readonly shown: (page: Page) => Promise<void>;
  readonly back: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'unread',
    keys: ['Shift+U'],
    shown: (page) => expect(rowOf(page, guest)).toHaveClass(unread),
    back: (page) => expect(rowOf(page, guest)).not.toHaveClass(unread),
  },
  {
    name: 'assigned',
    keys: ['i'],
    shown: (page) => expect(hands(page, guest)).toHaveCount(1),
    back: (page) => expect(hands(page, guest)).toHaveCount(0),
  },
  {
    name: 'tagged',
    keys: ['l'],
    inDialog: ['Laut', 'Enter', 'Enter'],
    shown: (page) => expect(rowOf(page, guest)).toContainText('Laut'),
    back: (page) => expect(rowOf(page, guest)).not.toContainText('Laut'),
  },
  {
    name: 'snoozed',
    keys: ['h'],
    inDialog: ['1'],
    shown: (page) => expect(rowOf(page, guest)).toContainText('nicht mehr in dieser Ansicht'),
    back: (page) => expect(rowOf(page, guest)).toContainText('Das Zimmer 1'),
  },
  {
    name: 'done',
    keys: ['e'],
    inDialog: ['2'],
    shown: (page) => expect(rowOf(page, guest)).toContainText('erledigt'),
    back: (page) => expect(rowOf(page, guest)).toContainText('Das Zimmer 1'),
  },
];

async function press(page: Page, keys: readonly string[], inDialog: readonly string[] = []): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  if (inDialog.length > 0) await expect(page.getByRole('dialog')).toBeVisible();
  for (const key of inDialog) {
    if (key.length > 1 && key !== 'Enter') await page.keyboard.type(key);
    else await page.keyboard.press(key);
  }
}

async function expectRefusal(page: Page, title: string, words: string): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: title });
  await expect(alert).toContainText(words);
  await alert.getByRole('button', { name: 'Schließen' }).click();
  await expect(alert).toHaveCount(0);
}

test('what is done shows before the server has answered, and goes back with the reason when it refuses', async ({
  house,
  open,
}) => {
  const page = await arrive(house, open);
  const changes = await holdChanges(page);
  for (const { name, keys, inDialog, shown, back } of deeds) {
    for (const { words, refusal } of refusals) {
      await test.step(`${name}, refused with ${refusal.status}`, async () => {
        await press(page, keys, inDialog);
        await shown(page);
        await changes.answer(refusal);
        await back(page);
        await expectRefusal(page, `${guest}: nicht geändert`, words);
      });
    }
  }
});

test('of two quick steps each stands or falls alone', async ({ house, open }) => {
  const page = await arrive(house, open);
  const changes = await holdChanges(page);
  const [, refused] = refusals;
  if (!refused) throw new Error('nothing to refuse with');
  const both = async () => {
    await expect(hands(page, guest)).toHaveCount(1);
    await expect(rowOf(page, guest)).toContainText('Laut');
  };
  const takeAndTag = async () => {
    await press(page, ['i']);
    await press(page, ['l'], ['Laut', 'Enter', 'Enter']);
    await both();
  };

  await test.step('the first is refused', async () => {
    await takeAndTag();
    await changes.answer(refused.refusal);
    await expect(hands(page, guest)).toHaveCount(0);
    await expect(rowOf(page, guest)).toContainText('Laut');
    await expectRefusal(page, guest, refused.words);
    await changes.answer(refused.refusal);
    await expect(rowOf(page, guest)).not.toContainText('Laut');
    await expectRefusal(page, guest, refused.words);
  });

  await test.step('the first is taken, the second refused', async () => {
    await takeAndTag();
    await changes.letThrough();
    // Each is sent when the one before has been answered.
    await changes.untilOne();
    await both();
    await changes.answer(refused.refusal);
    await expect(rowOf(page, guest)).not.toContainText('Laut');
    await expect(hands(page, guest)).toHaveCount(1);
    await expectRefusal(page, guest, refused.words);
  });
});

test('many at once go back together when the server refuses', async ({ house, open }) => {
  const page = await arrive(house, open);
  const changes = await holdChanges(page);
  const marked = page.locator('[data-row].unread');
  for (const { words, refusal } of refusals) {
    await press(page, ['*', 'a', 'Shift+U']);
    await expect(marked).toHaveCount(3);
    await changes.answer(refusal);
    await expect(marked).toHaveCount(2);
    await expectRefusal(page, 'Nicht geändert', words);

    await press(page, ['*', 'a', 'i']);
    await expect(page.locator('.hands > .av')).toHaveCount(3);
    await changes.answer(refusal);
    await expect(page.locator('.hands > .av')).toHaveCount(0);
    await expectRefusal(page, 'Nicht geändert', words);
  }
});

test('many at once are taken back by a key that is pressed before the server has answered', async ({ house, open }) => {
  const page = await arrive(house, open);
  await press(page, ['j', 'i']);
  await expect(page.getByRole('status').filter({ hasText: 'Ihnen zugewiesen' })).toBeVisible();
  const changes = await holdChanges(page, '**/api/threads/bulk');
  await press(page, ['*', 'a', 'i']);
  await expect(page.locator('.hands > .av')).toHaveCount(3);
  await changes.untilOne();
  await press(page, ['z']);
  await changes.letThrough();
  // The way back is another change, and what was done before stays.
  await changes.letThrough();
  await expect(page.getByRole('status').filter({ hasText: /^Rückgängig gemacht: 3 Ihnen zugewiesen/ })).toBeVisible();
  await expect(page.locator('.hands > .av')).toHaveCount(1);
  await expect(hands(page, 'Tobias Gerlach')).toHaveCount(1);
});

test('who writes on while a note is being stored goes on writing notes, and nothing for outside', async ({
  house,
  open,
}) => {
  const page = await arrive(house, open);
  const changes = await holdChanges(page, '**/api/threads/*/notes');
  await press(page, ['n']);
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('Stammgast.');
  await press(page, ['ControlOrMeta+Enter']);
  await changes.untilOne();
  await page.keyboard.type(' Kulanz?');
  await changes.letThrough();
  await expect(page.getByRole('article', { name: /^Interne Notiz/ })).toContainText('Stammgast.');
  await page.keyboard.type(' Ja.');
  await expect(page.getByRole('tab', { name: 'Notiz' })).toHaveAttribute('aria-selected', 'true');
  await expect(composer(page)).toHaveValue('Stammgast. Kulanz? Ja.');
});

test('a late answer calls nobody back who has gone on to another thread', async ({ house, open }) => {
  const page = await arrive(house, open);
  const changes = await holdChanges(page, '**/api/threads/*/{resolution,replies}');
  const [, refused] = refusals;
  if (!refused) throw new Error('nothing to refuse with');

  await test.step('when what was done is refused', async () => {
    await press(page, ['e'], ['2']);
    await changes.untilOne();
    await rowOf(page, 'Tobias Gerlach').click();
    await expect(threadPane(page, 'Tobias Gerlach')).toBeVisible();
    await press(page, ['r']);
    await expect(composer(page)).toBeFocused();
    await page.keyboard.type('Guten Tag');
    await changes.answer(refused.refusal);
    await expect(page.getByRole('alert').filter({ hasText: `${guest}: nicht geändert` })).toBeVisible();
    await expect(composer(page)).toBeFocused();
  });

  await test.step('when an answer has gone out with which one goes on', async () => {
    await press(page, ['ControlOrMeta+Shift+Enter']);
    await changes.untilOne();
    await rowOf(page, guest).click();
    await expect(threadPane(page, guest)).toBeVisible();
    await changes.letThrough();
    await expect(page.getByRole('status').filter({ hasText: 'Tobias Gerlach' })).toBeVisible();
    await expect(threadPane(page, guest)).toBeVisible();
  });
});

test('going back leaves a question that was about the thread before', async ({ house, open }) => {
  const page = await arrive(house, open);
  await rowOf(page, 'Tobias Gerlach').click();
  await expect(threadPane(page, 'Tobias Gerlach')).toBeVisible();
  await press(page, ['h']);
  await expect(page.getByRole('dialog', { name: 'Zurückstellen' })).toBeVisible();
  await page.goBack();
  await expect(threadPane(page, guest)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a key that is pressed before the answer takes back only what the server has done', async ({ house, open }) => {
  const page = await arrive(house, open);
  const changes = await holdChanges(page, '**/api/threads/bulk');
  const takenBack = page.getByRole('status').filter({ hasText: 'Rückgängig gemacht' });
  const takeAll = async () => {
    await press(page, ['*', 'a', 'i']);
    await expect(page.locator('.hands > .av')).toHaveCount(3);
    await changes.untilOne();
    await press(page, ['z']);
  };
  const answer = (done: string[], passed: string[], threadIds: string[]) => {
    const skipped = passed.map((threadId) => ({ threadId, name: guest, code: 'conflict.version' }));
    const undo = threadIds.length > 0 ? [{ threadIds, action: { kind: 'assign', assigneeId: null } }] : [];
    const body = JSON.stringify({ done, skipped, more: false, undo });
    return changes.answer({ status: 200, contentType: 'application/json', body });
  };

  for (const { words, refusal } of refusals) {
    await takeAll();
    await changes.answer(refusal);
    await expectRefusal(page, 'Nicht geändert', words);
    await expect(page.locator('.hands > .av')).toHaveCount(0);
  }
  await takeAll();
  await answer([], ['a', 'b', 'c'], []);
  await expect(page.getByRole('status').filter({ hasText: 'Nichts geändert, 3 übersprungen' })).toBeVisible();
  await expect(page.locator('.hands > .av')).toHaveCount(0);
  await expect(takenBack).toHaveCount(0);

  await takeAll();
  await answer(['a', 'b'], ['c'], ['a', 'b']);
  await answer(['a', 'b'], [], []);
  await expect(takenBack).toContainText('Rückgängig gemacht: 2 Ihnen zugewiesen');
});
