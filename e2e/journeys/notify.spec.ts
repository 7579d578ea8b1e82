import type { Page } from '@playwright/test';
import { addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './people.ts';

/** The push service of the browser's maker is out of reach: the browser answers as if it had subscribed there. */
const subscribes = () => {
  const bytes = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer;
  const keys = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  };
  const subscription = { endpoint: 'https://127.0.0.1/push/anna', keys };
  PushManager.prototype.subscribe = async ({ applicationServerKey } = {}) => {
    if (
      typeof applicationServerKey !== 'string' ||
      bytes(applicationServerKey.replaceAll('-', '+').replaceAll('_', '/')).byteLength !== 65
    )
      throw new DOMException('no key', 'InvalidAccessError');
    return { toJSON: () => subscription, unsubscribe: async () => true } as unknown as PushSubscription;
  };
};

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, silent }) => ({ title, body, silent }));
  });

test('desktop notifications come after a click and not before, are shown by the worker, and end here', async ({
  house,
  open,
}) => {
  const channel = await addApiChannel(house.admin);
  const agent = await house.invite('Anna Behrens', 'agent', [channel.id]);
  const viewport = { width: 390, height: 844 };
  const page = await open(`${house.url}/profile`, agent, { viewport, permissions: ['notifications'] });
  const context = page.context();
  await page.addInitScript(subscribes);
  await page.reload();
  const section = page.locator('#notify');
  const add = section.getByRole('button', { name: 'In diesem Browser einschalten' });
  await expect(add).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await add.click();
  const line = section.getByRole('listitem').filter({ hasText: 'Chrome, Linux (dieser Browser)' });
  await expect(line).toBeVisible();
  await expectAccessible(page, 'profile with a device');

  const chrome = await context.newCDPSession(page);
  const registrations = new Promise<string>((found) =>
    chrome.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) found(first.registrationId);
    }),
  );
  await chrome.send('ServiceWorker.enable');
  const data = JSON.stringify({ title: 'Hotel', body: '4 Gespräche überfällig', path: '/inbox?q=is%3Aoverdue' });
  const pushed = { origin: house.url, registrationId: await registrations, data };
  // What is delivered by hand gets lost now and then on a busy machine; whatever comes is shown as one.
  const deliver = () => chrome.send('ServiceWorker.deliverPushMessage', pushed);
  await expect
    .poll(() => deliver().then(() => shown(page)))
    .toEqual([{ title: 'Hotel', body: '4 Gespräche überfällig', silent: true }]);

  // The address leads to this machine, which no push service does: it is tried once and then forgotten.
  await line.getByRole('button', { name: 'Testen' }).click();
  await expect(line).toBeHidden();
  await expect(add).toBeVisible();
});

test('each event has its switches, and quiet hours are kept in the zone of the browser', async ({ house, open }) => {
  const agent = await house.invite('Anna Behrens', 'agent', [(await addApiChannel(house.admin)).id]);
  const page = await open(`${house.url}/profile`, agent, { timezoneId: 'Europe/Lisbon' });
  const section = page.locator('#notify');
  await section.getByRole('checkbox', { name: 'Frist knapp: Desktop' }).click();
  await expect(section.getByRole('checkbox', { name: 'Frist knapp: Desktop' })).not.toBeChecked();
  await section.getByText('Ruhezeiten für Desktop-Benachrichtigungen').click();
  await section.getByLabel('von', { exact: true }).fill('21:30');
  await expect(section.getByText('Europe/Lisbon')).toBeVisible();
  await expect
    .poll(async () => (await agent.call<{ preferences: unknown }>('GET', '/api/session')).preferences)
    .toEqual({
      notify: {
        ways: { soon: { desktop: false } },
        quiet: { from: 1290, to: 480, timeZone: 'Europe/Lisbon' },
      },
    });
  await expectAccessible(page, 'profile');
});
