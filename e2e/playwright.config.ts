import { defineConfig, type ReporterDescription } from '@playwright/test';
import { browserLaunch } from './browser.ts';

const report = process.env.STAMMGAST_E2E_REPORT;
const reporter: ReporterDescription[] = report ? [['list'], ['json', { outputFile: report }]] : [['list']];

export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // Each journey has its own server, browser and sometimes a blog, and waits for clocks more than it works.
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === 'true',
  reporter,
  use: {
    launchOptions: browserLaunch(),
    viewport: { width: 1440, height: 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    screenshot: 'off',
    video: 'off',
    trace: 'off',
  },
});
