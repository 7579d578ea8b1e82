// Brings the checkout into a state that can run: dependencies, client and server, each only when something changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, run, say } from './runtime.mjs';
import { hashOf, isInstalled } from './stamps.mjs';

const manifests = [
  'package.json',
  'shared/package.json',
  'server/package.json',
  'client/package.json',
  'e2e/package.json',
];

const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

const alreadyInstalled = () => {
  const lock = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules/.package-lock.json'));
  return Boolean(lock && installed && isInstalled(lock, installed));
};

const install = () => {
  const locked = existsSync(join(root, 'package-lock.json'));
  say(`installing dependencies (npm ${locked ? 'ci' : 'install'}) ...`);
  // Nothing we use needs an install script. The building tools count as "dev" and are needed also where NODE_ENV says production.
  return npm([
    locked ? 'ci' : 'install',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
};

/** Installs the packages of the lockfile unless they are there. */
export const ensureDependencies = () => {
  const stamp = join(root, 'node_modules/.stammgast-installed');
  const wanted = hashOf(root, ['package-lock.json', ...manifests]);
  if (readText(stamp) === wanted) return;
  if (!alreadyInstalled() && !install()) {
    console.error('stammgast: the dependencies could not be installed; the lines above say why.');
    process.exit(1);
  }
  writeFileSync(stamp, hashOf(root, ['package-lock.json', ...manifests]));
};

/** Runs `build` unless what it makes of these very sources is there; false when it cannot be made. */
const ensureBuilt = async (name, sources, build) => {
  const stamp = join(root, name, 'dist/.stammgast-built');
  const wanted = hashOf(root, [name, ...sources]);
  if (readText(stamp) === wanted) return true;
  say(`building the ${name} ...`);
  if ((await build()) !== 0) return false;
  writeFileSync(stamp, wanted);
  return true;
};

/** Builds the client into client/dist. */
export const ensureClient = () =>
  ensureBuilt('client', ['shared', 'package-lock.json', 'tsconfig.base.json'], () =>
    run('vite', ['build', '--logLevel', 'warn'], { cwd: join(root, 'client') }),
  );

/** Builds the server into server/dist. */
export const ensureServer = () =>
  ensureBuilt('server', ['shared', 'package-lock.json', 'scripts/build-server.mjs'], () =>
    run('node', ['scripts/build-server.mjs']),
  );

/** Builds the server that trials of publishing catch and kill into e2e/dist. */
export const ensureMortalServer = () =>
  ensureBuilt('e2e', ['server', 'shared', 'package-lock.json', 'scripts/build-server.mjs'], () =>
    run('node', ['scripts/build-server.mjs', 'e2e/trust/mortal-server.ts', 'e2e/dist']),
  );

/** Tells tests and trials that start a server to start the built one, as people do. */
export const builtServer = {
  STAMMGAST_SERVER: join(root, 'server/dist/main.js'),
  STAMMGAST_MORTAL_SERVER: join(root, 'e2e/dist/main.js'),
};
