import type { ReportScheduleBody } from '@stammgast/shared/contract/reports';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDue } from '../jobs/worker.ts';
import { seedHouse, seedThreads } from '../reports/reports.suite.ts';
import { writeSetting } from '../storage/settings.ts';
import { addTestPerson, addTestTeam } from '../testing/cast.ts';
import { openTestMailServer, type TestMailServer } from '../testing/mail-server.ts';
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts';
import { changeTeam, removeTeam } from './manage-teams.ts';
import {
  addReportSchedule,
  changeReportSchedule,
  listReportSchedules,
  removeReportSchedule,
  SEND_REPORT,
} from './schedule-reports.ts';
import { sendReports } from './send-reports.ts';

const admin: Actor = { personId: 'eva', role: 'admin', channels: 'all' };
let house: TestHouse;
let server: TestMailServer;
beforeEach(async () => {
  house = await openTestHouse();
  server = await openTestMailServer();
  await seedHouse(house);
  await seedThreads(house, { count: 60, from: '2026-03-02T00:00:00Z', to: '2026-03-08T20:00:00Z' });
  house.clock.set('2026-03-05T13:00:00Z');
  const eva = { id: 'eva', name: 'Eva', email: 'eva@example.test', role: 'admin' as const, createdAt: new Date(0) };
  await house.database.transaction((tx) => tx.insert(tx.tables.people).values(eva));
});
afterEach(async () => {
  await server.close();
  await house.database.close();
});

const setMail = (port = server.port) =>
  house.database.transaction((tx) =>
    writeSetting(tx, 'mail', {
      ...{ host: '127.0.0.1', port, security: 'none', user: null, sealedPassword: null },
      ...{ senderName: 'Hotel', senderAddress: 'inbox@sonnenblick.example', origin: 'https://inbox.example' },
    }),
  );
const body = (
  recipients: ReportScheduleBody['recipients'],
  more: Partial<ReportScheduleBody> = {},
): ReportScheduleBody => ({
  ...{ name: 'Woche', cadence: 'weekly', grain: 'day', by: 'channel', evenEmpty: false, recipients },
  ...more,
});
const run = () => runDue(house, { [SEND_REPORT]: sendReports(house) });
/** The text part, or all there is, without the transfer encoding. */
const textOf = (raw = '') => {
  const part =
    /Content-Transfer-Encoding: (base64|quoted-printable)\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)(?:\r\n--|$)/.exec(raw);
  if (part?.[1] === 'base64') return Buffer.from(part[2] ?? '', 'base64').toString();
  const bytes = (part?.[2] ?? '').replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, '%$1');
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, '%25'));
};

test('each Monday everybody gets what they may see, in their language, once', async () => {
  await setMail();
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const sue = await addTestPerson(house, 'supervisor', ['blog', 'forum']);
  await addReportSchedule(
    house,
    admin,
    body([
      { personId: lea, language: 'de-CH' },
      { personId: sue, language: 'en' },
    ]),
  );
  await run();
  expect(server.received).toHaveLength(0);
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  await run();
  expect(server.received.flatMap(({ to }) => to).toSorted()).toEqual(
    [`${lea}@example.test`, `${sue}@example.test`].toSorted(),
  );
  const mailTo = (id: string) => server.received.find(({ to }) => to.includes(`${id}@example.test`))?.raw;
  expect(textOf(mailTo(lea))).toMatch(/Begonnene Gespräche: \d+/);
  expect(textOf(mailTo(lea))).toMatch(/Geschäftszeit\): 50% nach/);
  expect(textOf(mailTo(sue))).toMatch(/Threads opened: 60\b/);
  expect(textOf(mailTo(sue))).toMatch(
    /first answer \(business time\): 50% within .*, 90% .*, 95% not reached yet \(n = 60,/,
  );
  expect(mailTo(lea)).toContain('filename=bericht-2026-03-02-2026-03-09.csv');
  expect(mailTo(lea)).not.toContain('Forum');
  expect(textOf(mailTo(sue))).toContain(
    'https://inbox.example/reports?by=channel&from=2026-03-02&grain=day&to=2026-03-09',
  );
  const { reader } = house.database;
  const facts = await reader.select().from(reader.tables.events);
  expect(facts.map(({ kind }) => kind)).toEqual(['report.scheduled', 'report.sent']);
  expect(facts[1]?.payload).toMatchObject({
    from: '2026-03-02',
    to: '2026-03-09',
    recipients: expect.arrayContaining([lea, sue]),
  });
  const [{ nextAt = '', lastSentAt = '' } = {}] = (await listReportSchedules(house, admin)).schedules;
  expect([nextAt, lastSentAt]).toEqual(['2026-03-16T06:00:00.000Z', '2026-03-09T06:00:00.000Z']);
});

test('two nodes and a restart in the middle send it once', async () => {
  await setMail();
  const lea = await addTestPerson(house, 'lead', ['blog']);
  await addReportSchedule(house, admin, body([{ personId: lea, language: 'de' }]));
  house.clock.set('2026-03-09T06:00:00Z');
  // One sends and is gone before it can say so; its lease ends and two others look at once.
  const dying = (async (work: never) => {
    if (server.received.length > 0) throw new Error('gone');
    return house.database.transaction(work);
  }) as typeof house.database.transaction;
  const dyingHouse = { ...house, database: { ...house.database, transaction: dying } };
  await runDue(dyingHouse, { [SEND_REPORT]: sendReports(dyingHouse) });
  expect(server.received).toHaveLength(1);
  house.clock.forward(5 * 60_000);
  await Promise.all([run(), run()]);
  expect(server.received).toHaveLength(1);
  expect((await listReportSchedules(house, admin)).schedules[0]?.nextAt).toBe('2026-03-16T06:00:00.000Z');
});

test('of a team to those who see a channel of it, what they see of it; until then it stays', async () => {
  await setMail();
  const team = await addTestTeam(house, 'Haus Wien', ['blog', 'forum']);
  const lea = await addTestPerson(house, 'lead', ['forum']);
  const outside = await addTestPerson(house, 'lead', []);
  const given = body([{ personId: lea, language: 'de' }], { team });
  const refused = body([{ personId: outside, language: 'de' }], { team });
  await expect(addReportSchedule(house, admin, refused)).rejects.toMatchObject({ code: 'report.not_for_them' });
  const stranger: Actor = { personId: outside, role: 'lead', channels: [] };
  await expect(addReportSchedule(house, stranger, given)).rejects.toMatchObject({ status: 404 });
  await expect(addReportSchedule(house, admin, { ...given, team: 'none' })).rejects.toMatchObject({ status: 404 });
  const { id } = await addReportSchedule(house, admin, given);
  expect((await listReportSchedules(house, stranger)).schedules).toEqual([]);
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  expect(server.received).toHaveLength(1);
  expect(textOf(server.received[0]?.raw)).toContain(`team=${team}`);
  expect(server.received[0]?.raw).not.toContain('Hausblog');
  await expect(removeTeam(house, admin, team)).rejects.toMatchObject({ code: 'team.in_report', status: 409 });
  await removeReportSchedule(house, admin, id);
  await removeTeam(house, admin, team);
});

test('of a team that was emptied it rests: whoever planned it hears so once, and it goes on with the next channel', async () => {
  await setMail();
  const team = await addTestTeam(house, 'Haus Wien', ['blog']);
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const lead: Actor = { personId: lea, role: 'lead', channels: ['blog'] };
  const { id } = await addReportSchedule(house, lead, body([{ personId: lea, language: 'de' }], { team }));
  const listed = async (actor: Actor) => (await listReportSchedules(house, actor)).schedules;
  expect(await listed(lead)).toMatchObject([{ rests: false }]);
  await changeTeam(house, admin, team, { name: 'Haus Wien', channelIds: [] });
  expect(await listed(lead)).toMatchObject([{ id, rests: true, lastProblem: null }]);
  expect(await listed(admin)).toMatchObject([{ id, rests: true }]);
  // To everybody else it is about nothing of theirs.
  expect(await listed({ ...lead, personId: await addTestPerson(house, 'lead', ['blog']) })).toEqual([]);

  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  house.clock.set('2026-03-16T06:00:00Z');
  await run();
  expect(server.received.map(({ to }) => to)).toEqual([[`${lea}@example.test`]]);
  expect(server.received[0]?.raw).toContain('Subject: Bericht ruht: Woche');
  expect(await listed(lead)).toMatchObject([{ rests: true, lastProblem: 'report.no_channels', lastSentAt: null }]);

  await changeTeam(house, admin, team, { name: 'Haus Wien', channelIds: ['blog'] });
  expect(await listed(lead)).toMatchObject([{ rests: false }]);
  house.clock.set('2026-03-23T06:00:00Z');
  await changeReportSchedule(house, lead, id, body([{ personId: lea, language: 'de' }], { team, evenEmpty: true }));
  house.clock.set('2026-03-30T05:00:00Z');
  await run();
  expect(server.received).toHaveLength(2);
  expect(await listed(lead)).toMatchObject([{ rests: false, lastProblem: null }]);

  await changeTeam(house, admin, team, { name: 'Haus Wien', channelIds: [] });
  await removeReportSchedule(house, lead, id);
  await removeTeam(house, admin, team);
});

test('a channel that is disconnected is reported on until the end of its last period, and then it rests', async () => {
  await setMail();
  const lea = await addTestPerson(house, 'lead', ['blog']);
  await addReportSchedule(house, admin, body([{ personId: lea, language: 'de' }], { channel: 'blog' }));
  const { channels } = house.database.reader.tables;
  const removedAt = new Date('2026-03-07T12:00:00Z');
  await house.database.transaction((tx) => tx.update(channels).set({ removedAt }).where(eq(channels.id, 'blog')));
  const rests = async () => (await listReportSchedules(house, admin)).schedules.map((one) => one.rests);
  expect(await rests()).toEqual([false]);
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  expect(server.received).toHaveLength(1);
  expect(await rests()).toEqual([true]);
  house.clock.set('2026-03-16T06:00:00Z');
  await run();
  expect(server.received.at(-1)).toMatchObject({ to: ['eva@example.test'] });
  const said = textOf(server.received.at(-1)?.raw).replaceAll(/\s+/g, ' ');
  expect(said).toContain('Entfernen Sie ihn, oder planen Sie ihn mit einem anderen Kanal neu ein');
  expect(said).not.toContain('von selbst');
  expect((await listReportSchedules(house, admin)).schedules).toMatchObject([{ rests: true, isOver: true }]);
});

test('a team that was filled in between and emptied again is told again, and what is over is not shown', async () => {
  await setMail();
  const team = await addTestTeam(house, 'Haus Wien', ['blog']);
  const lea = await addTestPerson(house, 'lead', ['blog']);
  await addReportSchedule(house, admin, body([{ personId: lea, language: 'de' }], { team }));
  const fill = (channelIds: string[]) => changeTeam(house, admin, team, { name: 'Haus Wien', channelIds });
  const listed = async () => (await listReportSchedules(house, admin)).schedules;
  await fill([]);
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  expect(await listed()).toMatchObject([{ rests: true, isOver: false, lastProblem: 'report.no_channels' }]);
  await fill(['blog']);
  expect(await listed()).toMatchObject([{ rests: false, lastProblem: null }]);
  await fill([]);
  house.clock.set('2026-03-16T06:00:00Z');
  await run();
  expect(server.received.map(({ to }) => to)).toEqual([['eva@example.test'], ['eva@example.test']]);
});

test('whoever may schedule reports no more is not led to a page that is not theirs', async () => {
  await setMail();
  const team = await addTestTeam(house, 'Haus Wien', ['blog']);
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const lead: Actor = { personId: lea, role: 'lead', channels: ['blog'] };
  await addReportSchedule(house, lead, body([{ personId: lea, language: 'de' }], { team }));
  const { people } = house.database.reader.tables;
  await house.database.transaction((tx) => tx.update(people).set({ role: 'agent' }).where(eq(people.id, lea)));
  await changeTeam(house, admin, team, { name: 'Haus Wien', channelIds: [] });
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  expect(server.received).toEqual([]);
});

test('nothing is planned about a channel that never was, or by somebody who has gone', async () => {
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const to = [{ personId: lea, language: 'de' as const }];
  const notFound = { code: 'not_found', status: 404 };
  const sue = await addTestPerson(house, 'admin');
  // An administrator would be allowed to read about any channel.
  const never = body([{ personId: sue, language: 'de' }], { channel: 'never' });
  await expect(addReportSchedule(house, admin, never)).rejects.toMatchObject(notFound);
  const { id } = await addReportSchedule(house, admin, body(to));
  await expect(changeReportSchedule(house, admin, id, never)).rejects.toMatchObject(notFound);
  await expect(addReportSchedule(house, { ...admin, personId: 'gone' }, body(to))).rejects.toMatchObject(notFound);
});

test('what went wrong is forgotten when the schedule is changed', async () => {
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const to = [{ personId: lea, language: 'de' as const }];
  const { id } = await addReportSchedule(house, admin, body(to));
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  expect((await listReportSchedules(house, admin)).schedules[0]?.lastProblem).not.toBeNull();
  expect(await changeReportSchedule(house, admin, id, body(to))).toMatchObject({ lastProblem: null });
});

test('a week without anything is not sent, unless that is wanted', async () => {
  await setMail();
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const to = [{ personId: lea, language: 'de' as const }];
  house.clock.set('2026-04-27T06:00:00Z');
  const schedule = await addReportSchedule(house, admin, body(to));
  house.clock.set('2026-05-04T05:00:00Z');
  await run();
  expect(server.received).toHaveLength(0);
  await changeReportSchedule(house, admin, schedule.id, body(to, { evenEmpty: true }));
  house.clock.set('2026-05-11T05:00:00Z');
  await run();
  expect(textOf(server.received[0]?.raw)).toContain('Begonnene Gespräche: 0');
});

test('whoever has lost the right to read it gets it no more', async () => {
  await setMail();
  const lea = await addTestPerson(house, 'lead', ['blog']);
  await addReportSchedule(house, admin, body([{ personId: lea, language: 'de' }], { channel: 'blog' }));
  await house.database.transaction((tx) => tx.delete(tx.tables.memberships));
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  expect(server.received).toHaveLength(0);
});

test('a mail server that is away is asked again for a day, and the reason can be read', async () => {
  const closed = await openTestMailServer();
  await closed.close();
  await setMail(closed.port);
  const lea = await addTestPerson(house, 'lead', ['blog']);
  await addReportSchedule(house, admin, body([{ personId: lea, language: 'de' }]));
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  const first = async () => (await listReportSchedules(house, admin)).schedules[0];
  expect(await first()).toMatchObject({ lastProblem: 'mail.unreachable', lastSentAt: null });
  await setMail();
  house.clock.forward(10 * 60_000);
  await run();
  expect(server.received).toHaveLength(1);
  expect(await first()).toMatchObject({ lastProblem: null, nextAt: '2026-03-16T06:00:00.000Z' });
});

test('a mailbox that refuses is named, others get theirs', async () => {
  await setMail();
  const [lea, sue] = [await addTestPerson(house, 'lead', ['blog']), await addTestPerson(house, 'lead', ['blog'])];
  const { people } = house.database.reader.tables;
  await house.database.transaction((tx) =>
    tx.update(people).set({ email: 'gone@nowhere.example' }).where(eq(people.id, sue)),
  );
  const recipients = [lea, sue].map((personId) => ({ personId, language: 'de' as const }));
  await addReportSchedule(house, admin, body(recipients));
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  expect(server.received).toHaveLength(1);
  const [schedule] = (await listReportSchedules(house, admin)).schedules;
  expect(schedule).toMatchObject({ lastProblem: 'mail.refused', nextAt: '2026-03-16T06:00:00.000Z' });
});

test('a month that begins on the day of a week that was sent is sent too', async () => {
  await setMail();
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const to = [{ personId: lea, language: 'de' as const }];
  // February 2027 begins on a Monday.
  house.clock.set('2027-02-05T13:00:00Z');
  const { id } = await addReportSchedule(house, admin, body(to, { evenEmpty: true }));
  house.clock.set('2027-02-08T06:00:00Z');
  await run();
  expect(server.received).toHaveLength(1);
  await changeReportSchedule(house, admin, id, body(to, { evenEmpty: true, cadence: 'monthly' }));
  house.clock.set('2027-03-01T06:00:00Z');
  await run();
  expect(server.received.at(-1)?.raw).toContain('filename=bericht-2027-02-01-2027-03-01.csv');
});

test('what could not be sent yet is sent although its schedule was changed meanwhile', async () => {
  const lea = await addTestPerson(house, 'lead', ['blog']);
  const to = [{ personId: lea, language: 'de' as const }];
  const { id } = await addReportSchedule(house, admin, body(to));
  house.clock.set('2026-03-09T06:00:00Z');
  await run();
  await changeReportSchedule(house, admin, id, body(to, { name: 'Neu' }));
  await setMail();
  house.clock.forward(10 * 60_000);
  await run();
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.raw).toContain('filename=bericht-2026-03-02-2026-03-09.csv');
});

test('a schedule can be changed although one of its recipients has left', async () => {
  const [lea, sue] = [await addTestPerson(house, 'lead', ['blog']), await addTestPerson(house, 'lead', ['blog'])];
  const both = body([lea, sue].map((personId) => ({ personId, language: 'de' as const })));
  const { id } = await addReportSchedule(house, admin, both);
  const { people } = house.database.reader.tables;
  await house.database.transaction((tx) => tx.update(people).set({ active: false }).where(eq(people.id, sue)));
  const changed = await changeReportSchedule(house, admin, id, { ...both, name: 'Neu' });
  expect(changed).toMatchObject({ name: 'Neu', recipients: [{ personId: lea }] });
  await expect(changeReportSchedule(house, admin, id, both)).rejects.toMatchObject({ code: 'report.not_for_them' });
  await house.database.transaction((tx) => tx.update(people).set({ active: false }).where(eq(people.id, lea)));
  await expect(changeReportSchedule(house, admin, id, body([{ personId: lea, language: 'de' }]))).rejects.toMatchObject(
    { code: 'report.not_for_them' },
  );
});

test('only people who may read it can be named, and only channels that one sees oneself', async () => {
  const [agent, lea] = [await addTestPerson(house, 'agent', ['blog']), await addTestPerson(house, 'lead', ['blog'])];
  const lead: Actor = { personId: lea, role: 'lead', channels: ['blog'] };
  const to = (personId: string) => [{ personId, language: 'de' as const }];
  await expect(addReportSchedule(house, admin, body(to(agent)))).rejects.toMatchObject({ code: 'report.not_for_them' });
  await expect(addReportSchedule(house, admin, body(to(lea), { channel: 'forum' }))).rejects.toMatchObject({
    code: 'report.not_for_them',
  });
  await expect(addReportSchedule(house, lead, body(to(lea), { channel: 'forum' }))).rejects.toMatchObject({
    code: 'not_found',
  });
  const own = await addReportSchedule(house, admin, body(to(lea), { channel: 'blog' }));
  expect((await listReportSchedules(house, lead)).schedules.map(({ id }) => id)).toEqual([own.id]);
  const stranger: Actor = { personId: 'tom', role: 'lead', channels: ['forum'] };
  expect((await listReportSchedules(house, stranger)).schedules).toEqual([]);
  await expect(removeReportSchedule(house, stranger, own.id)).rejects.toMatchObject({ code: 'not_found' });
  await removeReportSchedule(house, lead, own.id);
  const { reader } = house.database;
  expect(await reader.select().from(reader.tables.jobs)).toEqual([]);
});
