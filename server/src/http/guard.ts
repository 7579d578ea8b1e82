import { createHash, timingSafeEqual } from 'node:crypto';
import { type Action, type Actor, mayEver } from '@stammgast/shared/domain/permissions';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

export interface OpenSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly csrfToken: string;
  readonly actor: Actor;
}

/** Answers who is calling. Given by the composition, because the HTTP layer knows no rooms. */
export interface Identify {
  session(cookieHeader: string | undefined): Promise<OpenSession | null>;
  /** The same for a socket that is merely open: it does not count as somebody being there. */
  stillOpen(cookieHeader: string | undefined): Promise<boolean>;
  /** The channel whose bearer token this is, or null. */
  channel(token: string): Promise<string | null>;
}

export interface GuardOptions {
  readonly identify: Identify;
  readonly publicOrigin: string | null;
  readonly metricsToken: string | null;
}

/** The policy hook: runs before a body is read, on every route, and lets through or throws. */
export function createGuard(options: GuardOptions) {
  return async function guard(request: FastifyRequest): Promise<void> {
    if (request.is404) return;
    const action = request.routeOptions.config.action;
    if (!action) throw new ProblemError('auth.forbidden', 403);
    if (action === 'operations') requireOperator(request, options.metricsToken);
    else if (action === 'integration') request.integrationChannelId = await requireChannel(request, options.identify);
    else await admitPerson(request, action, options);
  };
}

async function admitPerson(request: FastifyRequest, action: Action, options: GuardOptions): Promise<void> {
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes) refuseForeignPages(request, options.publicOrigin);
  const session = await options.identify.session(request.headers.cookie);
  if (action !== 'public') requireRight(request, session, action, changes);
  request.actor = session?.actor ?? null;
  request.sessionId = session?.sessionId ?? null;
}

function requireRight(request: FastifyRequest, session: OpenSession | null, action: Action, changes: boolean): void {
  if (!session) throw new ProblemError('auth.required', 401);
  if (changes && !isSame(request.headers['x-csrf-token'], session.csrfToken)) throw new ProblemError('auth.csrf', 403);
  if (!mayEver(session.actor.role, action)) {
    request.log.warn({ personId: session.personId, action }, 'refused by role');
    throw new ProblemError('auth.forbidden', 403);
  }
}

/** Browsers tell where a request comes from; other programs send neither header and carry no cookie by accident. */
function refuseForeignPages(request: FastifyRequest, publicOrigin: string | null): void {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new ProblemError('auth.csrf', 403);
  if (!isOwnOrigin(request.headers.origin, request.headers.host, publicOrigin))
    throw new ProblemError('auth.csrf', 403);
}

/** Whether an Origin header names this house. Not sent counts as ours; also used for the socket's handshake. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicOrigin: string | null,
): boolean {
  if (origin === undefined || origin === publicOrigin) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const here = `${from.protocol}//${host}`;
  return URL.canParse(here) && new URL(here).host === from.host;
}

async function requireChannel(request: FastifyRequest, identify: Identify): Promise<string> {
  const token = bearer(request);
  const channelId = token ? await identify.channel(token) : null;
  if (!channelId) throw new ProblemError('auth.required', 401);
  return channelId;
}

function requireOperator(request: FastifyRequest, metricsToken: string | null): void {
  if (metricsToken && isSame(bearer(request) ?? undefined, metricsToken)) return;
  // A proxy on this machine also comes from loopback, but it says for whom.
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  if (!forwarded && /^(127\.|::1$|::ffff:127\.)/.test(request.ip)) return;
  throw new ProblemError('auth.required', 401);
}

function bearer(request: FastifyRequest): string | null {
  return /^Bearer ([\w.~+/=-]{16,300})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** Compares without telling by its duration how much was right. */
function isSame(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
