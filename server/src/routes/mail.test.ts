import { afterEach, beforeEach, expect, test } from 'vitest';
import { vaultWith } from '../channels/vault.ts';
import { openTestMailServer, type TestMailServer } from '../testing/mail-server.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { openTestHouse } from '../testing/open-test-house.ts';
import { registerMailRoutes } from './mail.ts';

let open: TestApp;
let admin: TestBrowser;
let server: TestMailServer;
beforeEach(async () => {
  const house = await openTestHouse({ vault: vaultWith(Buffer.alloc(32, 7)) });
  open = await openTestApp((app, testHouse, config) => registerMailRoutes(app, testHouse, config), { house });
  admin = await open.browserOf('admin');
  server = await openTestMailServer();
});
afterEach(async () => {
  await server.close();
  await open.close();
});

const settings = () => ({
  ...{ host: '127.0.0.1', port: server.port, security: 'none', user: 'hotel' },
  ...{ senderName: 'Hotel Sonnenblick', senderAddress: 'inbox@sonnenblick.example' },
});
const password = 'Zimmer-12-Schlüssel';

test('the password is kept sealed, is never sent back, and goes to no other server', async () => {
  const saved = await admin.call('PUT', '/api/mail', { ...settings(), password });
  expect(saved.json()).toEqual({ ...settings(), hasPassword: true });
  const { reader } = open.house.database;
  const stored = JSON.stringify(await reader.select().from(reader.tables.settings));
  expect(`${stored}${(await admin.call('GET', '/api/mail')).body}`).not.toContain(password);

  expect((await admin.call('PUT', '/api/mail', { ...settings(), senderName: 'Hotel' })).statusCode).toBe(200);
  expect((await admin.call('POST', '/api/mail/test')).statusCode).toBe(200);
  const elsewhere = await admin.call('PUT', '/api/mail', { ...settings(), host: 'mail.evil.example' });
  expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([422, 'mail.password_needed']);
  const open_ = await admin.call('PUT', '/api/mail', { ...settings(), user: null });
  expect(open_.json()).toMatchObject({ user: null, hasPassword: false });
});

test('a test message goes to the administrator, and a refusal comes back in the words of the server', async () => {
  expect((await admin.call('POST', '/api/mail/test')).json()).toMatchObject({ code: 'mail.not_set_up' });
  await admin.call('PUT', '/api/mail', { ...settings(), password });
  const to = `${admin.personId}@sonnenblick.example`;
  expect((await admin.call('POST', '/api/mail/test')).json()).toEqual({ to });
  expect(server.received).toMatchObject([{ to: [to], user: 'hotel' }]);
  await admin.call('PUT', '/api/mail', { ...settings(), password: 'etwas anderes' });
  const refused = await admin.call('POST', '/api/mail/test');
  expect(refused.json()).toMatchObject({
    code: 'mail.wrong_credentials',
    context: { detail: expect.stringContaining('535') },
  });
  await admin.call('DELETE', '/api/mail');
  expect((await admin.call('GET', '/api/mail')).json()).toEqual({ mail: null });
});
