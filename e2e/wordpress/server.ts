import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { php } from './php.ts';
import type { Site } from './site.ts';

export type BlogServer = { url: string; state: string; stop(): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** Killing only the parent leaves PHP's workers alive, so the whole group goes. */
const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
};

const answersWith = async (url: string, nonce: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/__blog`, { signal: AbortSignal.timeout(2_000) });
    return (await answer.text()) === nonce;
  } catch {
    return false;
  }
};

/** Another program may listen on the port we were given: only the one that knows the nonce is ours. */
const waitUntilOurs = async (url: string, nonce: string, child: ChildProcess, log: string): Promise<void> => {
  const until = Date.now() + 20_000;
  while (!(await answersWith(url, nonce))) {
    if (child.exitCode !== null || Date.now() > until) {
      throw new Error(`WordPress did not start at ${url}: ${readFileSync(log, 'utf8').slice(-1000)}`);
    }
    await pause(25);
  }
};

const phpArguments = (site: Site, port: number): string[] => [
  ...['-d', 'memory_limit=256M', '-d', 'display_errors=0', '-d', 'log_errors=1', '-d', 'opcache.enable=1'],
  ...['-S', `127.0.0.1:${port}`, '-t', join(site.folder, 'wordpress'), join(import.meta.dirname, 'files/router.php')],
];

/** Starts PHP's own server on a fresh copy of the site's database. */
export async function serveSite(site: Site, options: { port?: number; moderation: string }): Promise<BlogServer> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const nonce = randomUUID();
  const state = mkdtempSync(join(tmpdir(), 'stammgast-blog-'));
  copyFileSync(join(site.folder, 'state/.ht.sqlite'), join(state, '.ht.sqlite'));
  const log = join(state, 'php.log');
  const output = openSync(log, 'a');
  const child = spawn(php, phpArguments(site, port), {
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      PHP_CLI_SERVER_WORKERS: '3',
      BLOG_URL: url,
      BLOG_STATE: state,
      BLOG_NONCE: nonce,
      BLOG_MODERATION: options.moderation,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  const onExit = () => killGroup(child);
  process.once('exit', onExit);
  const stop = async () => {
    killGroup(child);
    await ended;
    process.off('exit', onExit);
    rmSync(state, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await waitUntilOurs(url, nonce, child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, state, stop };
}
