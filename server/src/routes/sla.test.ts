import type { CalendarTerms, Deadlines, PolicyTerms } from '@stammgast/shared/contract/sla';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startClocks } from '../sla/clocks.ts';
import { ensureDefaults, loadPromises } from '../sla/promises.ts';
import { addTestChannel } from '../testing/cast.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { registerSlaRoutes } from './sla.ts';

let app: TestApp;
let lead: TestBrowser;
let blog: string;
beforeEach(async () => {
  app = await openTestApp(registerSlaRoutes);
  const { database, clock, newId } = app.house;
  clock.set('2026-12-21T08:30:00Z');
  await database.transaction((tx) => ensureDefaults(tx, 'Europe/Berlin', 'de', newId, clock.now()));
  blog = await addTestChannel(app.house);
  lead = await app.browserOf('lead');
});
afterEach(() => app.close());

const lob: PolicyTerms = {
  name: 'Lob',
  channelId: null,
  sentiment: 'positive',
  urgency: null,
  author: null,
  tag: null,
  language: null,
  firstMinutes: 600,
  nextMinutes: null,
  resolutionMinutes: null,
};
const day = [{ from: 540, to: 1020 }];
const week = [day, day, day, day, day, [], []];
const zurich: CalendarTerms = {
  name: 'Zürich',
  timeZone: 'Europe/Zurich',
  week,
  region: 'CH-ZH',
  worked: [],
  own: [],
  channelIds: [],
};
const deadlines = async () => (await lead.call('GET', '/api/sla')).json() as Deadlines;
const change = (body: object, running = 'keep') => lead.call('POST', '/api/sla/changes', { change: body, running });
const problem = (answer: Awaited<ReturnType<TestBrowser['call']>>) => {
  const { code, fields } = answer.json();
  return [answer.statusCode, code, fields?.[0]?.path];
};
const names = ({ policies }: Deadlines) => policies.map((policy) => policy.name);

describe('policies', () => {
  test('are added before the default, changed as a new version, put in order and removed', async () => {
    const added = (await change({ does: 'add-policy', policy: lob })).json() as Deadlines;
    expect(names(added)).toEqual(['Negative Kritik', 'Gemischt', 'Lob', 'Alles andere']);
    const [first, second, third] = added.policies.map((policy) => policy.id);
    const shorter = { ...lob, firstMinutes: 30 };
    const changed = (await change({ does: 'change-policy', policyId: third, policy: shorter })).json() as Deadlines;
    expect(changed.policies[2]).toMatchObject({ id: third, firstMinutes: 30, version: 2 });
    await change({ does: 'order-policies', policyIds: [third, first, second] });
    expect(names(await deadlines())).toEqual(['Lob', 'Negative Kritik', 'Gemischt', 'Alles andere']);
    await change({ does: 'remove-policy', policyId: third });
    expect(names(await deadlines())).toEqual(['Negative Kritik', 'Gemischt', 'Alles andere']);
  });
  test('the default may change its minutes and name only, and stays last', async () => {
    const { policies } = await deadlines();
    const policyId = policies.at(-1)?.id;
    const named = { ...lob, sentiment: null, name: 'Rest' };
    expect((await change({ does: 'change-policy', policyId, policy: named })).statusCode).toBe(200);
    expect((await deadlines()).policies.at(-1)).toMatchObject({ name: 'Rest', firstMinutes: 600, isDefault: true });
    const refused = [409, 'sla.policy_default', undefined];
    expect(problem(await change({ does: 'change-policy', policyId, policy: lob }))).toEqual(refused);
    expect(problem(await change({ does: 'remove-policy', policyId }))).toEqual(refused);
    const all = { does: 'order-policies', policyIds: policies.map((policy) => policy.id) };
    expect(problem(await change(all))).toEqual([404, 'not_found', undefined]);
  });
  test('for nothing, or for an unknown channel, are refused', async () => {
    const add = (more: object) => change({ does: 'add-policy', policy: { ...lob, ...more } });
    expect(problem(await add({ sentiment: null }))).toEqual([400, 'input.invalid', 'body.change.policy.sentiment']);
    expect(problem(await add({ channelId: 'nowhere' }))).toEqual([
      400,
      'input.invalid',
      'body.change.policy.channelId',
    ]);
    expect((await add({ firstMinutes: 0 })).statusCode).toBe(400);
    const unknown = { does: 'change-policy', policyId: 'unknown', policy: lob };
    expect(problem(await change(unknown))).toEqual([404, 'not_found', undefined]);
    expect(problem(await change({ does: 'order-policies', policyIds: [] }))[0]).toBe(400);
  });
  test('are read by everybody and changed by leads', async () => {
    const agent = await app.browserOf('agent');
    expect((await agent.call('GET', '/api/sla')).statusCode).toBe(200);
    const body = { change: { does: 'add-policy', policy: lob }, running: 'keep' };
    expect((await agent.call('POST', '/api/sla/changes', body)).statusCode).toBe(403);
  });
});

describe('calendars', () => {
  const start = (threadId: string, channelId: string) =>
    app.house.database.transaction(async (tx) => {
      const { newId, clock } = app.house;
      const wanted = [
        { threadId, channelId, kind: 'first' as const, sentiment: 'negative' as const, startedAt: clock.now() },
      ];
      return (await startClocks(tx, await loadPromises(tx), wanted, newId)).get(threadId)?.[0]?.dueAt.toISOString();
    });

  test('of a region have its holidays, without those on which the house works, and with its own', async () => {
    const terms: CalendarTerms = {
      ...zurich,
      region: 'DE-BY',
      worked: ['01-06'],
      own: [{ date: '2026-12-24', name: 'Heiligabend', windows: [{ from: 540, to: 720 }], yearly: true }],
    };
    await change({ does: 'add-calendar', calendar: terms });
    const { calendars } = await loadPromises(app.house.database.reader);
    const days = calendars[1]?.calendar.days?.filter(({ date }) => date > '2027-11' && date < '2029-01-02') ?? [];
    expect(days.map(({ date, name, windows }) => `${date} ${name} ${windows.length}`)).toEqual([
      '2027-11-01 Allerheiligen 0',
      '2027-12-24 Heiligabend 1',
      '2027-12-25 1. Weihnachtstag 0',
      '2027-12-26 2. Weihnachtstag 0',
      '2028-01-01 Neujahr 0',
      '2028-04-14 Karfreitag 0',
      '2028-04-17 Ostermontag 0',
      '2028-05-01 Maifeiertag 0',
      '2028-05-25 Christi Himmelfahrt 0',
      '2028-06-05 Pfingstmontag 0',
      '2028-06-15 Fronleichnam 0',
      '2028-10-03 Tag der Deutschen Einheit 0',
      '2028-11-01 Allerheiligen 0',
      '2028-12-24 Heiligabend 1',
      '2028-12-25 1. Weihnachtstag 0',
      '2028-12-26 2. Weihnachtstag 0',
      '2029-01-01 Neujahr 0',
    ]);
  });
  test('count for their channels, the default one for all others', async () => {
    const nights = { ...zurich, week: Array.from({ length: 7 }, () => [{ from: 1320, to: 1800 }]), channelIds: [blog] };
    await change({ does: 'add-calendar', calendar: nights });
    expect(await start('t1', blog)).toBe('2026-12-21T23:00:00.000Z');
    expect(await start('t2', 'forum')).toBe('2026-12-21T10:30:00.000Z');
    const [, added] = (await deadlines()).calendars;
    await change({ does: 'add-calendar', calendar: { ...nights, name: 'Zweite' } });
    expect((await deadlines()).calendars.map((calendar) => calendar.channelIds)).toEqual([[], [], [blog]]);
    await change({ does: 'remove-calendar', calendarId: added?.id });
    expect(await deadlines()).toMatchObject({ calendars: [{ name: 'Geschäftszeiten' }, { name: 'Zweite' }] });
  });
  test('change for future clocks; running ones keep their promise', async () => {
    app.house.clock.set('2026-03-05T15:30:00Z');
    expect(await start('before', blog)).toBe('2026-03-06T07:30:00.000Z');
    const [standard] = (await deadlines()).calendars;
    const changed = await change({ does: 'change-calendar', calendarId: standard?.id, calendar: zurich });
    expect(changed.json()).toMatchObject({ calendars: [{ ...zurich, version: 2, isDefault: true }] });
    expect(await start('after', blog)).toBe('2026-03-06T09:30:00.000Z');
    const { database } = app.house;
    const kept = await database.reader.select().from(database.reader.tables.clocks);
    expect(kept.map((each) => each.dueAt.toISOString())).toEqual([
      '2026-03-06T07:30:00.000Z',
      '2026-03-06T09:30:00.000Z',
    ]);
  });
  test('the default one stays', async () => {
    const [standard] = (await deadlines()).calendars;
    const removal = await change({ does: 'remove-calendar', calendarId: standard?.id });
    expect(problem(removal)).toEqual([409, 'sla.calendar_default', undefined]);
  });
  test.each([
    ['an unknown zone', { timeZone: 'Europe/Sonnenblick' }, 'calendar.timeZone'],
    ['no window at all', { week: [[], [], [], [], [], [], []] }, 'calendar.week'],
    [
      'a half day that ends before it begins',
      { own: [{ date: '2026-12-24', name: 'Heiligabend', windows: [{ from: 600, to: 540 }], yearly: true }] },
      'calendar.week',
    ],
    ['an unknown channel', { channelIds: ['nowhere'] }, 'calendar.channelIds'],
  ])('with %s are refused', async (_, wrong, path) => {
    const answer = await change({ does: 'add-calendar', calendar: { ...zurich, ...wrong } });
    expect(problem(answer)).toEqual([400, 'input.invalid', `body.change.${path}`]);
  });
  test('the holidays of a region can be read before it is chosen', async () => {
    const { holidays } = (await lead.call('GET', '/api/sla/holidays?region=CH-TI')).json();
    expect(holidays).toContainEqual({ rule: '03-19', date: '2027-03-19', name: 'Josefstag' });
  });
});
