import { readFileSync } from 'node:fs';
import type { Report } from '@stammgast/shared/contract/reports';
import { type ApiClient, demoSignIn, removeDataDir, type ServerProcess, startServer } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { pdfPages } from './pdf-text.ts';
import { expect, test, untilLive } from './people.ts';

let demo: ServerProcess;
let lead: ApiClient;
test.beforeAll(async () => {
  demo = await startServer({ env: { STAMMGAST_DEMO: '1' } });
  lead = await demoSignIn(demo.url, 'lead');
});
test.afterAll(async () => {
  await demo.stop();
  removeDataDir(demo.dataDir);
});

test('a lead picks a month, reads it as a table, takes it along as CSV, and prints it', async ({ open }) => {
  const page = await open(`${demo.url}/wall`, lead, { viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  await untilLive(page);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { level: 1, name: 'Berichte' })).toBeVisible();
  await page.getByLabel('Zeitraum', { exact: true }).selectOption('letzter Monat');
  await page.getByLabel('Schritte').selectOption('Wochen');
  await page.getByLabel('Aufgeteilt nach').selectOption('Kanal');
  await expect(page).toHaveURL(/by=channel/);
  const question = new URL(page.url()).search;
  const report = await lead.call<Report>('GET', `/api/reports${question}`);
  expect(report.total.total.opened).toBeGreaterThan(30);

  // The drawing and the table say the same.
  const opened = page.getByRole('figure', { name: 'Begonnene Gespräche' });
  await expect(opened.locator('.figure')).toHaveText(String(report.total.total.opened));
  const waits = page.getByRole('figure', { name: 'Hälfte beantwortet nach (Geschäftszeit)' });
  for (const share of ['90', '95'])
    await expect(waits.getByText(new RegExp(`^${share}\\s%: (noch nicht erreicht|\\d.* Min)`))).toBeVisible();
  await page.getByRole('button', { name: 'Was heißt: Begonnene Gespräche?' }).click();
  await expect(page.getByText('Gespräche, die in der Zeit begonnen haben, ohne Spam.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'report with figures');
  await page.getByRole('button', { name: 'Als Tabelle' }).click();
  const periods = page.getByRole('table', { name: 'Alle Zahlen nach Zeit' });
  await expect(periods.getByRole('row')).toHaveCount(report.buckets.length + 2);
  await expect(periods.getByRole('row').last()).toContainText(`Ganzer Zeitraum${report.total.total.comments}`);
  const groups = page.getByRole('table', { name: 'Alle Zahlen nach Kanal' });
  await expect(groups.getByRole('row')).toHaveCount(report.groups.length + 2);
  await expectAccessible(page, 'report as a table');

  const save = async (name: string) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const table = await save('Tabelle als CSV');
  expect(table.name).toBe(`bericht-${report.from}-${report.to}.csv`);
  const [head = [], ...lines] = cellsOf(table.text);
  expect(table.text.startsWith('\uFEFFGruppe;Von;')).toBe(true);
  expect(lines).toHaveLength((report.groups.length + 1) * (report.buckets.length + 1));
  expect(lines[0]?.[head.indexOf('Begonnene Gespräche')]).toBe(String(report.total.total.opened));
  const threads = await save('Einzelne Gespräche als CSV');
  expect(cellsOf(threads.text)).toHaveLength((report.total.total.opened ?? 0) + 1);

  await page.emulateMedia({ media: 'print' });
  const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
  const printed = pages.join('');
  for (const words of [
    'Berichte',
    'Stand',
    'ohne Filter',
    'Begonnene Gespräche',
    'Ganzer Zeitraum',
    'Aufgeteilt nach Kanal',
    'Was die Zahlen bedeuten',
    ...report.channels.map(({ name }) => name),
  ])
    expect(printed).toContain(words.replaceAll(/\s/g, ''));
  expect(pages[0]).toContain(String(report.total.total.opened));
  for (const [index, text] of pages.entries()) expect(text).toContain(`${index + 1}/${pages.length}`);
  const { from, to, grain, by } = report;
  expect(printed).toContain(`${demo.url}/reports?from=${from}&to=${to}&grain=${grain}&by=${by}`);
  expect(printed).not.toContain('Textbausteine');
  // Nothing is cut off: all of it is as wide as the paper, which is A4 across without its margins.
  await page.setViewportSize({ width: 1033, height: 730 });
  const widest = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.page *')].map((one) => one.getBoundingClientRect().right)),
  );
  expect(widest).toBeLessThanOrEqual(1034);
});

test('a long report is printed to its last line', async ({ open }) => {
  const page = await open(`${demo.url}/reports?from=2026-01-01&to=2026-04-01&grain=day&by=channel`, lead);
  await expect(page.getByRole('heading', { name: 'Verlauf' })).toBeVisible();
  const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(4);
  for (const [index, text] of pages.entries()) expect(text).toContain(`${index + 1}/${pages.length}`);
  const printed = pages.join('');
  const rows = printed.slice(printed.indexOf('Zeit'));
  for (const day of ['1.Jan.', '31.Jan.', '15.Feb.', '1.März', '31.März', 'GanzerZeitraum'])
    expect(rows).toContain(day);
  expect(rows.indexOf('GanzerZeitraum')).toBeGreaterThan(rows.lastIndexOf('31.März'));
});

test('a lead has a report sent each week to those who may read it, each in their language', async ({ open }) => {
  const page = await open(`${demo.url}/reports?by=topic`, lead);
  await page.getByRole('button', { name: 'Per E-Mail' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Noch geht kein Bericht von selbst hinaus.');
  await dialog.getByRole('button', { name: 'Bericht einplanen' }).click();
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(dialog).toContainText('Bitte mindestens eine Person wählen.');
  await dialog.getByLabel('Name', { exact: true }).fill('Themen der Woche');
  await dialog.getByRole('group', { name: 'An wen' }).getByRole('checkbox').first().check();
  await dialog.getByLabel(/^Sprache für/).selectOption('English');
  await expectAccessible(page, 'schedule of a report');
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(dialog).toContainText('Themen der Woche');
  await expect(dialog).toContainText('jeden Montag über die Woche davor · 1 Person · nächster:');
  await expectAccessible(page, 'scheduled reports');
  await dialog.getByRole('button', { name: 'Themen der Woche entfernen' }).click();
  await expect(dialog).toContainText('Noch geht kein Bericht von selbst hinaus.');
});

const cellsOf = (csv: string) =>
  csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
