import type { NotifySettings } from '@stammgast/shared/contract/notifications';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDue } from '../jobs/worker.ts';
import { addSetting, writeSetting } from '../storage/settings.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import { openTestMailServer, type TestMailServer } from '../testing/mail-server.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { receiveComments } from './receive-comments.ts';
import { PLAN_DIGESTS, planDigests, SEND_DIGEST, sendDigest, startDigests } from './send-digests.ts';

let house: TestHouse;
let server: TestMailServer;
let channelId: string;
let personId: string;
const origin = 'https://inbox.sonnenblick.example';

beforeEach(async () => {
  house = await openWorkingHouse();
  server = await openTestMailServer();
  channelId = await addTestChannel(house);
  personId = await addTestPerson(house, 'agent', [channelId]);
  await house.database.transaction(async (tx) => {
    await addSetting(tx, 'house', { name: 'Hotel <Sonnenblick>', timeZone: 'Europe/Berlin', locale: 'de' });
  });
  await mailBy(server.port);
  await prefer({ digests: { daily: true } });
  house.clock.set('2026-03-05T07:00:00Z');
});
afterEach(async () => {
  await server.close();
  await house.database.close();
});

const mailBy = (port: number) =>
  house.database.transaction((tx) =>
    writeSetting(tx, 'mail', {
      ...{ host: '127.0.0.1', port, security: 'none', user: null, sealedPassword: null },
      ...{ senderName: 'Hotel', senderAddress: 'inbox@sonnenblick.example', origin },
    }),
  );
const prefer = (notify: NotifySettings) =>
  house.database.transaction((tx) => tx.update(tx.tables.people).set({ preferences: { notify } }));
const work = () => runDue(house, { [PLAN_DIGESTS]: startDigests(house), [SEND_DIGEST]: sendDigest(house) });
async function wake(at: string): Promise<void> {
  house.clock.set(at);
  await planDigests(house);
  await work();
}
const complain = (id: string) =>
  receiveComments(house, { id: channelId, language: null }, [says(id, { postedAt: house.clock.now() })], {
    history: false,
  });
/** The text part, decoded. */
const textOf = (raw: string): string => {
  const part = raw.split('Content-Type: text/plain')[1]?.split(/\r\n--/)[0] ?? '';
  const body = part.slice(part.indexOf('\r\n\r\n')).replaceAll('=\r\n', '');
  return decodeURIComponent(body.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'));
};

test('half past eight: what waits, with links to the exact lists, in the language of the person', async () => {
  await complain('c1');
  await house.database.transaction((tx) => tx.update(tx.tables.threads).set({ assigneeId: personId }));
  await wake('2026-03-05T07:29:00Z');
  expect(server.received).toEqual([]);
  house.clock.set('2026-03-05T07:30:00Z');
  await work();
  expect(server.received).toMatchObject([{ to: [`${personId}@example.test`] }]);
  const text = textOf(server.received[0]?.raw ?? '');
  expect(text).toContain(`1 offen und Ihnen zugewiesen\r\n${origin}/inbox?q=is%3Aopen%20assignee%3Ame`);
  expect(text).toContain(`${origin}/profile#notify`);
  expect(server.received[0]?.raw).not.toContain('kalt');
});

test('as the house speaks at that time', async () => {
  const settings = { name: 'Hotel', timeZone: 'Europe/Berlin', locale: 'de', register: 'du' } as const;
  await house.database.transaction((tx) => writeSetting(tx, 'house', settings));
  await complain('c1');
  await house.database.transaction((tx) => tx.update(tx.tables.threads).set({ assigneeId: personId }));
  await wake('2026-03-05T07:30:00Z');
  expect(textOf(server.received[0]?.raw ?? '')).toContain('1 offen und dir zugewiesen');
});

test('once a day, over restarts and with two nodes; a week later the weekly one', async () => {
  await prefer({ digests: { daily: true, weekly: true } });
  await complain('c1');
  await house.database.transaction((tx) => tx.update(tx.tables.threads).set({ assigneeId: personId }));
  await wake('2026-03-05T07:30:00Z');
  await Promise.all([wake('2026-03-05T07:31:00Z'), wake('2026-03-05T08:00:00Z'), wake('2026-03-05T12:00:00Z')]);
  expect(server.received).toHaveLength(2);
  await wake('2026-03-06T07:30:00Z');
  expect(server.received).toHaveLength(3);
  await wake('2026-03-09T07:30:00Z');
  const subjects = server.received.slice(3).map(({ raw }) => /^Subject: .*(Heute|Ihre)/m.exec(raw)?.[1]);
  expect(subjects.sort()).toEqual(['Heute', 'Ihre']);
});

test('nothing to tell, nothing wanted, or nobody there any more: no mail', async () => {
  await wake('2026-03-05T07:30:00Z');
  await complain('c1');
  await house.database.transaction((tx) => tx.update(tx.tables.threads).set({ assigneeId: personId }));
  await prefer({
    digests: { daily: true },
    ways: Object.fromEntries(['assigned', 'soon', 'breached'].map((one) => [one, { digest: false }])),
  });
  await wake('2026-03-06T07:30:00Z');
  await prefer({});
  await wake('2026-03-07T07:30:00Z');
  await prefer({ digests: { daily: true } });
  await house.database.transaction((tx) => tx.delete(tx.tables.memberships));
  await wake('2026-03-08T07:30:00Z');
  await house.database.transaction((tx) => tx.update(tx.tables.people).set({ active: false, role: 'admin' }));
  await wake('2026-03-09T07:30:00Z');
  expect(server.received).toEqual([]);
});

test('a server that is down is tried again; one that took the whole mail and fell silent is not', async () => {
  await complain('c1');
  await house.database.transaction((tx) => tx.update(tx.tables.threads).set({ assigneeId: personId }));
  await mailBy(1);
  await wake('2026-03-05T07:30:00Z');
  await mailBy(server.port);
  server.cutAfterData = true;
  house.clock.forward(60_000);
  await work();
  expect(server.received).toHaveLength(1);
  server.cutAfterData = false;
  house.clock.forward(3_600_000);
  await work();
  expect(server.received).toHaveLength(1);
  const { reader } = house.database;
  expect(await reader.select().from(reader.tables.mails)).toMatchObject([{ state: 'unconfirmed' }]);
});

test('a house without a mail server gives up at once', async () => {
  await complain('c1');
  await house.database.transaction(async (tx) => {
    await tx.update(tx.tables.threads).set({ assigneeId: personId });
  });
  await house.database.transaction((tx) => tx.delete(tx.tables.settings));
  await wake('2026-03-05T07:30:00Z');
  const { reader } = house.database;
  expect((await reader.select().from(reader.tables.jobs)).map(({ kind }) => kind)).not.toContain(SEND_DIGEST);
});
