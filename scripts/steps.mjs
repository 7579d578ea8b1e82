// The steps of `npm test`, in order. Each returns { passed, failed, skipped }.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provisionPostgres } from './postgres.mjs';
import { builtServer, ensureClient, ensureMortalServer, ensureServer } from './prepare.mjs';
import { provisionBrowser } from './provision-browser.mjs';
import { provisionWordPress } from './provision-wordpress.mjs';
import { add, none, playwrightCounts, vitestCounts } from './reports.mjs';
import { root, run } from './runtime.mjs';

const checks = [
  ['lint and format', 'biome', ['check', '--no-errors-on-unmatched', '.']],
  ['types of shared', 'tsc', ['-p', 'shared']],
  ['types of server', 'tsc', ['-p', 'server']],
  ['types of client', 'tsc', ['-p', 'client']],
  ['types of e2e', 'tsc', ['-p', 'e2e']],
  [
    'import directions',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', 'shared/src', 'server/src', 'client/src', 'e2e'],
  ],
  ['dead code', 'knip', []],
  ['migrations match the tables', 'node', ['scripts/migrations.mjs', 'drift']],
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const loudly = (text) => console.log(`\n!! SKIPPED: ${text}\n`);

const check = async () => {
  let counts = none;
  for (const [name, tool, args] of checks) {
    const since = performance.now();
    const failed = (await run(tool, args)) === 0 ? 0 : 1;
    console.log(`${failed ? '✗' : '✓'} ${name} (${seconds(since)})`);
    counts = add(counts, { ...none, passed: 1 - failed, failed });
  }
  return counts;
};

/** Runs a tool that writes a json report to the path it is given, and returns its exit code and the report. */
const withReport = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'stammgast-report-'));
  try {
    const path = join(folder, 'report.json');
    const code = await work(path);
    return { code, report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const vitest = async (args, env) => {
  const { code, report } = await withReport((path) =>
    run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`, ...args], { env }),
  );
  return vitestCounts(report, code);
};

/** Prepares a WordPress, or tells the tests why they have to do without. */
const wordPressEnv = async () => {
  const missing = await provisionWordPress();
  if (!missing) return {};
  loudly(`everything on a real WordPress: ${missing}`);
  return { STAMMGAST_WORDPRESS_MISSING: missing };
};

const unit = async (args) => {
  if (!(await ensureServer()) || !(await ensureMortalServer())) return { ...none, failed: 1 };
  return vitest(args, { ...(await wordPressEnv()), ...builtServer });
};

const postgres = async (args) => {
  const server = await provisionPostgres();
  if (server.missing) {
    loudly(`the server suite on PostgreSQL: ${server.missing}`);
    return { ...none, skipped: 1 };
  }
  try {
    // Without names of tests: also what several processes on one database promise together.
    const trials = args.length === 0 ? ['--project', 'tools', 'server/src', 'e2e/trials/publishing.test.ts'] : args;
    if (!(await ensureMortalServer())) return { ...none, failed: 1 };
    return await vitest(['--project', 'server', ...trials], { STAMMGAST_TEST_POSTGRES: server.url, ...builtServer });
  } finally {
    await server.stop();
  }
};

const e2e = async (args) => {
  const noBrowser = await provisionBrowser();
  if (noBrowser) {
    loudly(`all journeys in the browser: ${noBrowser}`);
    return { ...none, skipped: 1 };
  }
  if (!(await ensureClient()) || !(await ensureServer())) return { ...none, failed: 1 };
  const blog = await wordPressEnv();
  const { code, report } = await withReport((path) =>
    run('playwright', ['test', '--config', join(root, 'e2e/playwright.config.ts'), ...args], {
      env: { ...blog, ...builtServer, STAMMGAST_E2E_REPORT: path },
    }),
  );
  return playwrightCounts(report, code);
};

export const steps = [
  { name: 'check', title: 'Lint, types, imports, dead code, migrations', work: check },
  { name: 'unit', title: 'Unit tests, server suite on SQLite', work: unit },
  { name: 'postgres', title: 'Server suite on PostgreSQL', work: postgres },
  { name: 'e2e', title: 'Journeys in the browser', work: e2e },
];
