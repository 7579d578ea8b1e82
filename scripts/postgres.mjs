// A PostgreSQL of our own for one test run: new folder, free loopback port, random password, gone afterwards.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aptInstall, onPath } from './apt.mjs';

const debian = '/usr/lib/postgresql';

/** The folder with initdb and postgres: the newest of Debian's, or the one in PATH. */
const findBinaries = () => {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions
    .map((version) => join(debian, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')));
  return folder ?? (onPath('initdb') && dirname(onPath('initdb')));
};

/** PostgreSQL refuses to run as root; Debian's package brings the user for it. */
const unprivileged = () => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const createCluster = (binaries, folder, password, user) => {
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = [
    '-D',
    data,
    '-U',
    'stammgast',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(join(binaries, 'initdb'), options, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return data;
};

const room = 4 * 2 ** 30;

/** A new folder, in memory where there is room: a database for each test is much writing, and none of it is kept. */
export const scratch = (memory = '/dev/shm') => {
  const name = 'stammgast-postgres-';
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize > room) return mkdtempSync(join(memory, name));
  } catch {
    // It is not there, or not ours to write in.
  }
  return mkdtempSync(join(tmpdir(), name));
};

// Nothing in here outlives the run, so nothing has to survive a power cut.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  max_connections: '200',
  unix_socket_directories: '',
};

const launch = (binaries, folder, data, port, user) => {
  const flags = Object.entries({ ...settings, listen_addresses: '127.0.0.1', port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Its own process group: Ctrl+C in the terminal ends the tests first, and then we end the server.
  return spawn(join(binaries, 'postgres'), ['-D', data, ...flags], {
    ...user,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
};

const askDataDirectory = async (url) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query('show data_directory')).rows[0].data_directory;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
};

/** Another server may have taken the port in between: only the one with our folder is ours. */
const waitUntilOurs = async (url, data, server, log) => {
  const until = Date.now() + 30_000;
  for (;;) {
    const answered = await askDataDirectory(url);
    if (answered !== undefined && realpathSync(answered) === realpathSync(data)) return;
    if (server.exitCode !== null || Date.now() > until)
      throw new Error(`PostgreSQL did not start: ${log().slice(-1000)}`);
    await pause(100);
  }
};

const startCluster = async (binaries) => {
  const folder = scratch();
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const user = unprivileged();
  const password = randomBytes(16).toString('hex');
  let server;
  let log = '';
  // SIGINT is PostgreSQL's "fast" shutdown; SIGQUIT does not wait for anything.
  const onExit = () => {
    server?.kill('SIGQUIT');
    removeFolder();
  };
  process.once('exit', onExit);
  const stop = async () => {
    if (server?.exitCode === null) {
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGINT');
      await ended;
    }
    process.off('exit', onExit);
    removeFolder();
  };
  try {
    const data = createCluster(binaries, folder, password, user);
    const port = await freePort();
    server = launch(binaries, folder, data, port, user);
    server.stderr.on('data', (chunk) => {
      log = `${log}${chunk}`.slice(-4000);
    });
    const url = `postgres://stammgast:${password}@127.0.0.1:${port}/postgres`;
    await waitUntilOurs(url, data, server, () => log);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/**
 * A server to test on: TEST_PG when given, otherwise a throw-away one, installing PostgreSQL where that is allowed.
 * Returns { url, stop } or { missing: reason }.
 */
export const provisionPostgres = async () => {
  const given = process.env.TEST_PG;
  if (given) return { url: given, stop: async () => {} };
  if (!findBinaries()) aptInstall(['postgresql']);
  const binaries = findBinaries();
  if (!binaries)
    return { missing: 'no PostgreSQL found and none could be installed; TEST_PG=postgres://... names a running one' };
  return startCluster(binaries);
};
