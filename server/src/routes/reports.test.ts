import { getReport, type Report } from '@stammgast/shared/contract/reports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportReport } from '../flows/read-reports.ts';
import { seedHouse, seedThreads } from '../reports/reports.suite.ts';
import type { Db } from '../storage/database.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { registerReportRoutes } from './reports.ts';

const THREADS = 12_000;
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(registerReportRoutes);
  await seedHouse(app.house);
  await seedThreads(app.house, { count: THREADS, from: '2026-03-01T00:00:00Z', to: '2026-03-31T00:00:00Z' });
}, 60_000);
afterAll(() => app.close());

const march = 'from=2026-03-01&to=2026-04-01&grain=week';
const csv = `/api/reports/export?${march}&format=csv&language=de`;
const lead = (channels = ['blog', 'forum']) => app.browserOf('lead', channels);
const linesOf = (body: string) =>
  body
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
const admin = { personId: 'eva', role: 'admin', channels: 'all' } as const;
const question = { from: '2026-03-01', to: '2026-04-01', grain: 'week', by: 'none' } as const;

test('a report over HTTP keeps its contract', async () => {
  const answer = await (await lead()).call('GET', `/api/reports?${march}&by=channel`);
  expect(answer.statusCode).toBe(200);
  const report: Report = getReport.result.parse(answer.json());
  expect(report.total.total.opened).toBe(THREADS);
  expect(report.groups.map(({ key }) => key)).toEqual(['forum', 'blog']);
});

test.each([
  'from=2026-03-01&to=2026-03-01&grain=day',
  'from=2020-01-01&to=2026-01-01&grain=day',
  'from=x&to=y&grain=day',
])('no report of %s', async (query) => {
  expect((await (await lead()).call('GET', `/api/reports?${query}`)).statusCode).toBe(400);
});

describe('the table as a file', () => {
  test('for German Excel: BOM, semicolons, decimal commas, the same numbers', async () => {
    const browser = await lead();
    const answer = await browser.call('GET', `${csv}&part=table&by=channel`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="bericht-2026-03-01-2026-04-01.csv"');
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...lines] = linesOf(answer.body);
    const report: Report = (await browser.call('GET', `/api/reports?${march}&by=channel`)).json();
    expect(lines).toHaveLength((report.buckets.length + 1) * 3);
    const cell = (line: number, name: string) => lines[line]?.[head.indexOf(name)];
    expect(cell(0, 'Gruppe')).toBe('Alle');
    expect(cell(0, 'Begonnene Gespräche')).toBe(String(THREADS));
    const share = report.total.total.inTime.share ?? 0;
    expect(cell(0, 'In der Frist: Anteil')).toBe(share.toFixed(6).replace('.', ',').replace(/0+$/, ''));
    expect(lines.map(([group]) => group)).toContain('Hausblog (api)');
    const { p50 } = report.total.total.clockTime;
    const half = 'Erste Antwort: 50 % bis (Min)';
    const cells = [half, `${half}: 95 % von`, `${half}: 95 % bis`].map((name) => cell(0, name));
    expect(cells).toEqual([p50?.minutes, p50?.from, p50?.to].map((minutes) => String(minutes).replace('.', ',')));
    expect(cell(0, 'Erste Antwort: 95 % bis (Geschäftsminuten)')).toBe('noch nicht erreicht');
  });

  test('for Excel in Switzerland: semicolons, decimal points, and heads as they are written there', async () => {
    const browser = await lead();
    const [head = [], all = []] = linesOf((await browser.call('GET', `${csv}-CH&part=table`)).body);
    const report: Report = (await browser.call('GET', `/api/reports?${march}`)).json();
    expect(all[head.indexOf('In der Frist: Anteil')]).toBe(String(Number(report.total.total.inTime.share?.toFixed(6))));
    expect(head).toContain('Erste Antwort: 50% bis (Min)');
  });

  test('as JSON: all of the report', async () => {
    const browser = await lead();
    const url = `/api/reports/export?${march}&part=table&format=json&language=en`;
    const { form, ...report } = (await browser.call('GET', url)).json();
    expect(form).toBe('stammgast-report-1');
    expect(report).toEqual((await browser.call('GET', `/api/reports?${march}`)).json());
  });
});

describe('the threads behind it as a file', () => {
  test('every thread once, with its times, and nobody’s name or words', async () => {
    const { body } = await (await lead()).call('GET', `${csv}&part=threads`);
    const [head = [], ...lines] = linesOf(body);
    expect(lines).toHaveLength(THREADS);
    expect(new Set(lines.map(([thread]) => thread)).size).toBe(THREADS);
    expect(lines.every((line) => line.length === head.length)).toBe(true);
    expect(lines[0]?.[head.indexOf('Begonnen')]).toMatch(/^2026-03-01T\d\d:\d\d:\d\d\+01:00$/);
    expect(body).not.toMatch(/Geheim|kalt|anna/i);
    const answered = lines.filter((line) => line[head.indexOf('Erste Antwort')] !== '');
    expect(answered.length / THREADS).toBeCloseTo(0.8, 1);
    expect(answered[0]?.[head.indexOf('Bis zur ersten Antwort (Min)')]).toMatch(/^\d+(,\d)?$/);
  });

  test('as JSON, by the same filters', async () => {
    const url = `/api/reports/export?${march}&part=threads&format=json&language=de&sentiment=negative&channel=blog`;
    const { form, threads } = (await (await lead()).call('GET', url)).json();
    expect(form).toBe('stammgast-threads-1');
    expect(threads.length).toBeGreaterThan(1000);
    for (const thread of threads) expect(thread).toMatchObject({ channel: 'Hausblog', sentiment: 'negative' });
  });

  test('nothing of a channel that is not seen', async () => {
    expect(linesOf((await (await lead(['blog'])).call('GET', `${csv}&part=threads&channel=forum`)).body)).toHaveLength(
      1,
    );
    expect(linesOf((await (await lead([])).call('GET', `${csv}&part=threads`)).body)).toHaveLength(1);
    expect((await (await app.browserOf('agent', ['blog'])).call('GET', `${csv}&part=threads`)).statusCode).toBe(403);
  });

  test('is read as fast as it is taken: whoever reads slowly makes nobody hold it', async () => {
    let pages = 0;
    const { reader } = app.house.database;
    const counting = new Proxy(reader, {
      get: (target, name) => {
        if (name === 'select') pages += 1;
        return target[name as keyof Db];
      },
    });
    const house = { ...app.house, database: { ...app.house.database, reader: counting } };
    const file = await exportReport(house, admin, { ...question, part: 'threads', format: 'csv', language: 'de' });
    const chunks = file.content.iterator({ destroyOnReturn: true });
    await chunks.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pages).toBeLessThan(8);
    expect(file.content.readableLength).toBeLessThan(200_000);
    await chunks.return?.();
    expect(file.content.destroyed).toBe(true);
  });
});

test('whoever takes a file is recorded, and nobody is told', async () => {
  const browser = await lead();
  await browser.call('GET', `${csv}&part=table&channel=blog`);
  const { reader } = app.house.database;
  const facts = await reader.select().from(reader.tables.events);
  expect(facts.at(-1)).toMatchObject({
    ...{ kind: 'report.exported', personId: browser.personId, channelId: 'blog' },
    payload: { part: 'table', format: 'csv', from: '2026-03-01', to: '2026-04-01' },
  });
});
