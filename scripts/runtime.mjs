// Finds a Node that can run Stammgast, and runs commands with it. Plain JavaScript that Node 20 understands: it is what carries older machines.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

/** Type stripping without a flag came with 22.18 and 23.6; SQLite's addon needs Node-API 10 and crashes without it. */
export const isSupported = ({ node, napi }) => {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const stripsTypes = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return stripsTypes && Number(napi) >= 10;
};

export const say = (text) => console.log(`stammgast: ${text}`);

const giveUp = (text) => {
  console.error(`stammgast: ${text}`);
  process.exit(1);
};

/** npm as the program that started us knows it; the bare name needs a shell on Windows. */
const npmCommand = () => {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') && existsSync(cli)
    ? { command: process.execPath, first: [cli], shell: false }
    : { command: windows ? 'npm.cmd' : 'npm', first: [], shell: windows };
};

/** Runs npm and returns true when it succeeded. `quiet` keeps its output unless it fails. */
export const npm = (args, { cwd = root, quiet = false } = {}) => {
  const { command, first, shell } = npmCommand();
  const options = {
    cwd,
    shell,
    encoding: 'utf8',
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  };
  const result = spawnSync(command, [...first, ...args], options);
  if (quiet && result.status !== 0) console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  return result.status === 0;
};

const fetchedNode = () => {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'win' }[process.platform];
  const name = `node-${system}-${process.arch}`;
  const folder = join(root, '.node-runtime');
  const node = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  say(
    `Node ${process.version} is too old for Stammgast (22.18 or newer); fetching Node 24 once into .node-runtime ...`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefix', folder, `${name}@24`],
    { cwd: folder },
  );
  if (!existsSync(node))
    giveUp('Node 24 could not be fetched. Please install Node 22.18 or newer (24 recommended) and try again.');
  return node;
};

/**
 * Hands a running child our signals and resolves with its exit code.
 * A terminal sends Ctrl+C to the whole group itself, so passing it on would make it arrive twice.
 */
export const follow = (child) =>
  new Promise((resolve) => {
    let asked = false;
    const pass = (signal) => {
      if (signal === 'SIGTERM' && asked) return;
      asked = signal === 'SIGTERM';
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = windows ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    // npm passes a SIGTERM on to the shell between us and it, which dies alone: that we have another parent is all we see of it.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event && process.ppid !== parent) pass('SIGTERM');
    }, 500);
    const done = (code) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`stammgast: ${error.message}`);
      done(1);
    });
    // 128 + number is what a shell reports for a program ended by a signal.
    child.on('close', (code, signal) => done(code ?? 128 + ({ SIGINT: 2, SIGHUP: 1, SIGKILL: 9 }[signal] ?? 15)));
  });

/** Goes on only under a fitting Node; otherwise the same script is started again with one, and this process follows it. */
export const ensureNode = async () => {
  if (isSupported(process.versions)) return;
  const node = fetchedNode();
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  process.exit(await follow(spawn(node, process.argv.slice(1), { stdio: 'inherit', env })));
};

/** The file behind each tool's name: started with this very Node, so neither a shell nor another Node in PATH gets between. */
const tools = {
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  'drizzle-kit': 'drizzle-kit/bin.cjs',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/** Starts `node` or a tool of the project without waiting for it. */
export const start = (tool, args, { env = {}, cwd = root, stdio = 'inherit' } = {}) => {
  if (tool !== 'node' && !(tool in tools)) throw new Error(`unknown tool ${tool}`);
  const file = tool === 'node' ? [] : [join(root, 'node_modules', tools[tool])];
  return spawn(process.execPath, [...file, ...args], { cwd, stdio, env: { ...process.env, ...env } });
};

/** Runs `node` or a tool of the project in the foreground and resolves with its exit code. */
export const run = (tool, args, options) => follow(start(tool, args, options));
