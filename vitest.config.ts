import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];
const project = (name: string, include: string[], more: { isolate?: boolean; globalSetup?: string[] } = {}) => ({
  extends: true as const,
  test: { name, include, exclude, ...more },
});

const globalSetup = ['server/src/testing/empty-database.ts'];
// Their modules keep nothing between two tests, so files of tests share them: reading them anew each time took longer than the tests.
const isolate = false;

export default defineConfig({
  test: {
    // Two cores have to be enough: more workers only make the timing tests wait for each other.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    passWithNoTests: false,
    setupFiles: ['scripts/same-examples.mjs'],
    projects: [
      project('shared', ['shared/src/**/*.test.ts'], { isolate }),
      project('server', ['server/src/**/*.test.ts'], { isolate, globalSetup }),
      project('client', ['client/src/**/*.test.{ts,tsx}']),
      project('tools', ['scripts/**/*.test.mjs', 'e2e/**/*.test.ts'], { globalSetup }),
    ],
  },
});
