import { Agent, type Dispatcher, request as send } from 'undici';
import { blocked, guardedConnector, type Lookup, lookupAll } from './guarded-fetch-connect.ts';
import { outgoingError } from './guarded-fetch-errors.ts';
import { onlyWhile } from './guarded-fetch-gate.ts';
import { ChannelError, type Http, type HttpRequest, type HttpResponse } from './outgoing.ts';

const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const TIMEOUT_MS = 10_000;

export interface GuardedFetchOptions {
  readonly userAgent?: string;
  /** For tests: how names are resolved. */
  readonly lookup?: Lookup;
  readonly maxBodyBytes?: number;
}

/**
 * The only way out to addresses that people typed in: http and https, public addresses (and private ones for channels
 * where an administrator allows it), at most 3 redirects, 5 MiB and 10 s. Ignores proxy settings of the environment.
 * Only GET follows redirects. Throws ChannelError: blocked_address, timeout, tls, unreachable, unexpected_answer.
 */
export function createGuardedFetch(options: GuardedFetchOptions = {}): (o: { allowPrivate: boolean }) => Http {
  const agentFor = (allowPrivate: boolean) =>
    new Agent({
      connect: guardedConnector(allowPrivate, options.lookup ?? lookupAll),
      connections: 8,
      keepAliveTimeout: 15_000,
      pipelining: 1,
    });
  const open = agentFor(true);
  const closed = agentFor(false);
  return ({ allowPrivate }) =>
    (url, request = {}) =>
      follow({ ...options, allowPrivate, agent: allowPrivate ? open : closed }, url, request);
}

interface Way extends GuardedFetchOptions {
  readonly allowPrivate: boolean;
  readonly agent: Agent;
}

async function follow(way: Way, url: string, request: HttpRequest): Promise<HttpResponse> {
  const signal = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
  let at = permitted(url, way.allowPrivate);
  let headers = request.headers ?? {};
  for (let redirects = 0; ; redirects++) {
    const response = await once(way, at, { ...request, headers }, signal);
    const next = (request.method ?? 'GET') === 'GET' ? redirectOf(response) : null;
    if (!next) return response;
    if (redirects === MAX_REDIRECTS) throw new ChannelError('channel.unexpected_answer', 'too many redirects');
    const target = permitted(next, way.allowPrivate);
    if (target.origin !== at.origin) headers = withoutCredentials(headers);
    at = target;
  }
}

async function once(way: Way, url: URL, request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  try {
    const answer = await send(url, {
      dispatcher: request.maySend ? way.agent.compose(onlyWhile(request.maySend)) : way.agent,
      method: request.method ?? 'GET',
      headers: { 'user-agent': way.userAgent ?? 'Stammgast', ...request.headers },
      body: request.body ?? null,
      signal,
    });
    return {
      status: answer.statusCode,
      headers: flat(answer.headers),
      body: await read(answer.body, way.maxBodyBytes ?? MAX_BODY_BYTES),
      url: url.href,
    };
  } catch (error) {
    throw outgoingError(error, url.hostname);
  }
}

async function read(body: Dispatcher.ResponseData['body'], limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early destroys the stream and with it the connection.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new ChannelError('channel.unexpected_answer', `the answer is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function permitted(address: string, allowPrivate: boolean): URL {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new ChannelError('channel.blocked_address', 'only http and https addresses', { unsent: true });
  }
  if (url.username || url.password) {
    throw new ChannelError('channel.blocked_address', 'no user name or password in the address', { unsent: true });
  }
  // The URL parser leaves the port empty for 80 and 443 on their own protocols.
  if (!allowPrivate && url.port !== '' && url.port !== '80' && url.port !== '443') throw blocked(url.host);
  return url;
}

function redirectOf(response: HttpResponse): string | null {
  const location = response.headers.location;
  if (![301, 302, 303, 307, 308].includes(response.status) || !location) return null;
  return URL.parse(location, response.url)?.href ?? 'about:blank';
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  const secret = ['authorization', 'cookie', 'proxy-authorization'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.includes(name.toLowerCase())));
}

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return result;
}
