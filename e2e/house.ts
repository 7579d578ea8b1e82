// A real server process on a fresh data folder, and a person who set it up: what journeys and trials start from.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Role } from '@stammgast/shared/domain/permissions';

/** The built server where the scripts have made one, with the flags of `npm start`; else its sources. */
const built = process.env.STAMMGAST_SERVER;
const command = built
  ? ['--max-semi-space-size=4', built]
  : [fileURLToPath(new URL('../server/src/main.ts', import.meta.url))];

export interface ServerProcess {
  readonly url: string;
  readonly dataDir: string;
  /** The one-time link that is printed while the house is not set up. */
  readonly setupLink: string | null;
  readonly pid: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  output(): string;
}

export interface ServerOptions {
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another server than the one that people run, which talks with whoever started it. */
  readonly talking?: { readonly command: readonly string[]; begin(child: ChildProcess): void };
}

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'stammgast-e2e-'));
export const removeDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });

/** Starts the server as `npm start` does after its preparations, and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? newDataDir();
  const child = spawn(process.execPath, options.talking?.command ?? command, {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(options.port ?? 0),
      STAMMGAST_DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(options.talking ? (['ipc'] as const) : [])],
  });
  options.talking?.begin(child);
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const url = await firstMatch(
    child,
    () => /^Stammgast: (\S+)/m.exec(output)?.[1],
    () => output,
  );
  await untilReady(url);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    dataDir,
    setupLink: /(http\S+\/setup\?token=\S+)/.exec(output)?.[1] ?? null,
    pid: child.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    output: () => output,
  };
}

async function firstMatch(child: ChildProcess, find: () => string | undefined, output: () => string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 10) {
    const found = find();
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    await sleep(10);
  }
  throw new Error(`the server did not start:\n${output()}`);
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await sleep(20);
  }
  throw new Error('the server did not become ready');
}

/** Someone signed in, without a browser. */
export interface ApiClient {
  /** Cookie and CSRF token, for requests made elsewhere. */
  readonly headers: Readonly<Record<string, string>>;
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
}

export const founder = { name: 'Eva Brandt', email: 'eva@sonnenblick.example', password: 'Seeblick-und-Semmeln-7' };

/** Sets the house up by the printed link; gives back the first administrator, signed in. */
export async function setUp(server: ServerProcess): Promise<ApiClient> {
  const token = new URL(server.setupLink ?? '').searchParams.get('token');
  const house = { houseName: 'Pension Morgenrot', timeZone: 'Europe/Berlin', locale: 'de' };
  return enter(server.url, '/api/setup', { token, ...house, ...founder });
}

export const signIn = (url: string, email: string, password: string): Promise<ApiClient> =>
  enter(url, '/api/session', { email, password });

/** Into the demo, as one of the fictional team. */
export const demoSignIn = (url: string, role: Role): Promise<ApiClient> => enter(url, '/api/demo/session', { role });

/** Through one of the doors: set-up, sign-in, an invitation. */
export async function enter(url: string, path: string, body: unknown): Promise<ApiClient> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const me = (await response.json()) as { csrfToken: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, 'x-csrf-token': me.csrfToken };
  return {
    headers,
    async call<T>(method: string, to: string, content?: unknown): Promise<T> {
      const answer = await fetch(url + to, {
        method,
        headers: {
          ...headers,
          ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${to} answered ${answer.status}: ${text}`);
      return JSON.parse(text) as T;
    },
  };
}

/** Open day and night: clocks run whenever somebody looks, and what was said first is due first. */
export async function openAlways(admin: ApiClient): Promise<void> {
  const week = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
  const terms = { name: 'Immer', timeZone: 'Europe/Berlin', week, region: null, worked: [], own: [], channelIds: [] };
  const { calendars } = await admin.call<{ calendars: { id: string }[] }>('GET', '/api/sla');
  await changeDeadlines(admin, { does: 'change-calendar', calendarId: calendars[0]?.id, calendar: terms });
}

/** Changes policies or calendars; running clocks keep their promise. */
export const changeDeadlines = (admin: ApiClient, change: object): Promise<unknown> =>
  admin.call('POST', '/api/sla/changes', { change, running: 'keep' });

/** For nothing in particular, and without targets. */
export const plainPolicy = {
  ...{ channelId: null, sentiment: null, urgency: null, author: null, tag: null, language: null },
  ...{ firstMinutes: null, nextMinutes: null, resolutionMinutes: null },
};

export const promiseOneMinute = (admin: ApiClient): Promise<void> => promiseMinutes(admin, 1);

/** Whatever is said has to be answered within so many minutes. */
export async function promiseMinutes(admin: ApiClient, firstMinutes: number): Promise<void> {
  const { policies } = await admin.call<{ policies: { id: string }[] }>('GET', '/api/sla');
  for (const { id } of policies.slice(0, -1)) await changeDeadlines(admin, { does: 'remove-policy', policyId: id });
  const policy = { ...plainPolicy, name: 'Alles', firstMinutes };
  await changeDeadlines(admin, { does: 'change-policy', policyId: policies.at(-1)?.id, policy });
}

/** A channel of the HTTP API; gives back its id and the bearer token to push with. */
export async function addApiChannel(admin: ApiClient, name = 'Gästeforum'): Promise<{ id: string; token: string }> {
  const { channel, token } = await admin.call<{ channel: { id: string }; token: string }>('POST', '/api/channels', {
    platform: 'api',
    name,
    settings: {},
    allowPrivateAddress: false,
    replyRegister: 'sie',
    language: 'de',
  });
  return { id: channel.id, token };
}

export async function push(url: string, token: string, comments: readonly unknown[]): Promise<Response> {
  return fetch(`${url}/api/v1/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ comments }),
  });
}
