import type { Route } from '@playwright/test';
import { openTestMailServer, type TestMailServer } from '../../server/src/testing/mail-server.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test, untilLive } from './people.ts';
import { expectWords } from './screens.ts';

let mails: TestMailServer;
test.beforeEach(async () => {
  mails = await openTestMailServer();
});
test.afterEach(() => mails.close());

test('an administrator has the house say du: on open screens at once, in mails and at the door, and back', async ({
  house,
  open,
}) => {
  await house.admin.call('PUT', '/api/mail', {
    ...{ host: '127.0.0.1', port: mails.port, security: 'none', user: null },
    ...{ senderName: 'Pension Morgenrot', senderAddress: 'post@morgenrot.example' },
  });
  const agent = await house.invite('Ida Lang', 'agent', []);
  const inbox = await open(`${house.url}/inbox`, agent);
  await expect(inbox.getByText('Sie gehören noch zu keinem Kanal.')).toBeVisible();
  await untilLive(inbox);

  const team = await open(`${house.url}/team`, house.admin);
  const own = team.getByRole('row').filter({ hasText: 'Eva Brandt' });
  await expect(own.getByText('Sie', { exact: true })).toBeVisible();
  const choice = team.getByRole('group', { name: 'Auf Deutsch spricht Stammgast alle an mit' });
  await choice.getByRole('radio', { name: 'Du' }).click();
  await expect(team.getByText('Die Anrede ist gespeichert.')).toBeVisible();
  await expect(own.getByText('Du', { exact: true })).toBeVisible();
  await expectWords(team, 'de', 'team with du');
  await expectAccessible(team, 'team with du');
  await expect(inbox.getByText('Du gehörst noch zu keinem Kanal.')).toBeVisible();

  await house.admin.call('POST', '/api/mail/test');
  expect(mails.received[0]?.raw).toContain('Diese Nachricht hast du in Stammgast');

  await team.goto(`${house.url}/profile`);
  await expect(team.getByRole('heading', { name: 'Über dich' })).toBeVisible();
  await expectWords(team, 'de', 'profile with du');
  const door = await open(`${house.url}/sign-in`, undefined, { locale: 'de-CH' });
  await expect(door.getByText('Läuft auf eurem eigenen Server.')).toBeVisible();

  // Of two quick choices the second is sent once the first is stored, and shows from the start.
  const changes: Route[] = [];
  await team.route('**/api/house', (route) => void changes.push(route));
  await team.goto(`${house.url}/team`);
  for (const name of ['Sie', 'Du']) {
    await choice.getByRole('radio', { name }).click();
    await expect(choice.getByRole('radio', { name })).toBeChecked();
  }
  await expect.poll(() => changes.length).toBe(1);
  await changes[0]?.continue();
  await expect.poll(() => changes.length).toBe(2);
  await expect(choice.getByRole('radio', { name: 'Du' })).toBeChecked();
  await changes[1]?.continue();
  await expect(own.getByText('Du', { exact: true })).toBeVisible();

  await team.unroute('**/api/house');
  await choice.getByRole('radio', { name: 'Sie' }).click();
  await expect(own.getByText('Sie', { exact: true })).toBeVisible();
  await expect(inbox.getByText('Sie gehören noch zu keinem Kanal.')).toBeVisible();
});
