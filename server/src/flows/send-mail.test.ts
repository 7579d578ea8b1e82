import { setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { vaultWith } from '../channels/vault.ts';
import type { MailError } from '../mail/smtp.ts';
import { writeSetting } from '../storage/settings.ts';
import { openTestMailServer, type TestMailServer } from '../testing/mail-server.ts';
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts';
import { testCertificate } from '../testing/test-certificate.ts';
import { MAIL_PASSWORD, sendMail, sendMailOnce } from './send-mail.ts';

const mail = { to: 'anna@sonnenblick.example', subject: 'Zwei Gespräche überfällig', text: 'Grüße aus der Küche' };
const vault = vaultWith(Buffer.alloc(32, 7));
let house: TestHouse;
let server: TestMailServer;
beforeEach(async () => {
  house = await openTestHouse({ vault });
  server = await openTestMailServer();
});
afterEach(async () => {
  await server.close();
  await house.database.close();
});

const use = (more: { security?: 'tls' | 'starttls'; user?: string; password?: string; port?: number } = {}) =>
  house.database.transaction((tx) =>
    writeSetting(tx, 'mail', {
      host: '127.0.0.1',
      port: more.port ?? server.port,
      security: more.security ?? 'none',
      user: more.user ?? null,
      sealedPassword: more.password ? vault.seal(more.password, MAIL_PASSWORD) : null,
      senderName: 'Hotel Sonnenblick',
      senderAddress: 'inbox@sonnenblick.example',
      origin: 'https://inbox.sonnenblick.example',
    }),
  );
const failure = (sending: Promise<unknown>): Promise<MailError> =>
  sending.then(
    () => Promise.reject(new Error('it was sent')),
    (error: unknown) => error as MailError,
  );

test('a mail arrives as it was written, from the sender of the house', async () => {
  await use({ user: 'hotel', password: 'Zimmer-12-Schlüssel' });
  const report = { filename: 'bericht.csv', content: 'Kanal;Gespräche\n', contentType: 'text/csv' };
  await sendMail(house, 'k', { ...mail, html: '<p>Grüße</p>', attachments: [report] });
  const [got] = server.received;
  expect(got).toMatchObject({ from: 'inbox@sonnenblick.example', to: [mail.to], user: 'hotel' });
  expect(got?.raw).toMatch(/From: Hotel Sonnenblick <inbox@sonnenblick.example>/);
  expect(got?.raw).toContain('filename=bericht.csv');
  expect(got?.raw).toMatch(/Message-ID: <[0-9a-f]{32}@sonnenblick.example>/i);
});

test('TLS from the first byte and STARTTLS are encrypted, and a certificate that nobody vouches for is refused', async () => {
  for (const security of ['tls', 'starttls'] as const) {
    const secure = await openTestMailServer({ ...testCertificate, secure: security === 'tls' });
    await use({ security, port: secure.port });
    expect((await failure(sendMail(house, 'k', mail))).code).toBe('mail.tls');
    setDefaultCACertificates([testCertificate.cert]);
    await sendMail(house, 'k', mail).finally(() => setDefaultCACertificates([]));
    expect(secure.received).toMatchObject([{ encrypted: true }]);
    await secure.close();
  }
});

test('a server that offers no STARTTLS gets nothing when it is demanded', async () => {
  await use({ security: 'starttls' });
  expect((await failure(sendMail(house, 'k', mail))).code).toBe('mail.tls');
  expect(server.received).toEqual([]);
});

test('what the server objects to is told apart, in its own words and without the password', async () => {
  await use({ user: 'hotel', password: 'falsch-und-geheim' });
  const wrong = await failure(sendMail(house, 'k', mail));
  expect(wrong.code).toBe('mail.wrong_credentials');
  expect(wrong.detail).toContain('535');
  expect(`${wrong.message} ${wrong.stack}`).not.toContain('falsch-und-geheim');
  await use();
  const nobody = await failure(sendMail(house, 'k', { ...mail, to: 'ghost@nowhere.example' }));
  expect(nobody).toMatchObject({ code: 'mail.refused', detail: expect.stringContaining('No such mailbox') });
  await use({ port: 1 });
  expect((await failure(sendMail(house, 'k', mail))).code).toBe('mail.unreachable');
  await house.database.transaction((tx) => tx.delete(tx.tables.settings));
  expect((await failure(sendMail(house, 'k', mail))).code).toBe('mail.not_set_up');
  expect((await failure(sendMail({ ...house, demo: true }, 'k', mail))).code).toBe('mail.demo');
});

test('under one key one mail leaves, whoever asks again and at the same time', async () => {
  await use();
  const all = await Promise.all(Array.from({ length: 5 }, () => sendMailOnce(house, 'digest:1', mail)));
  expect(server.received).toHaveLength(1);
  expect(all).toContain('sent');
  expect(await sendMailOnce(house, 'digest:1', mail)).toBe('earlier');
  expect(await sendMailOnce(house, 'digest:2', mail)).toBe('sent');
  expect(server.received).toHaveLength(2);
});

test('a connection that breaks after the whole mail leaves it unconfirmed, and it is not sent again', async () => {
  await use();
  server.cutAfterData = true;
  expect((await failure(sendMail(house, 'k', mail))).code).toBe('mail.unconfirmed');
  expect(await sendMailOnce(house, 'digest:1', mail)).toBe('unconfirmed');
  server.cutAfterData = false;
  expect(await sendMailOnce(house, 'digest:1', mail)).toBe('earlier');
  expect(server.received).toHaveLength(2);
});

test('what has certainly not left may be tried again; what was refused for good may not', async () => {
  await use({ port: 1 });
  expect((await failure(sendMailOnce(house, 'digest:1', mail))).code).toBe('mail.unreachable');
  await use();
  expect(await sendMailOnce(house, 'digest:1', mail)).toBe('sent');
  const ghost = { ...mail, to: 'ghost@nowhere.example' };
  expect(await sendMailOnce(house, 'digest:2', ghost)).toBe('refused');
  expect(await sendMailOnce(house, 'digest:2', ghost)).toBe('refused');
});

test('who stopped between the first byte and the answer is called unconfirmed after the restart', async () => {
  await use();
  await house.database.transaction((tx) =>
    tx.insert(tx.tables.mails).values({ key: 'digest:1', recipient: mail.to, state: 'sending', at: house.clock.now() }),
  );
  expect(await sendMailOnce(house, 'digest:1', mail)).toBe('unconfirmed');
  expect(server.received).toEqual([]);
});
