import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, include, globalSetup, exclude: ['**/node_modules/**', '**/dist/**', '**/.cache/**'] },
});

const emptyDatabase = ['server/src/testing/empty-database.ts'];

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
      project('shared', ['shared/src/**/*.test.ts']),
      project('server', ['server/src/**/*.test.ts'], emptyDatabase),
      project('client', ['client/src/**/*.test.{ts,tsx}']),
      project('tools', ['scripts/**/*.test.mjs', 'e2e/**/*.test.ts'], emptyDatabase),
    ],
  },
});
