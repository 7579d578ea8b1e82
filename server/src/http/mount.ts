import type { Endpoint } from '@stammgast/shared/contract/endpoint';
import type { Action, Actor } from '@stammgast/shared/domain/permissions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod/mini';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The row of the policy table that this route obeys; a route without one cannot be registered. */
    action?: Action;
  }
  interface FastifyRequest {
    /** The signed-in person; null on public, integration and operations routes. */
    actor: Actor | null;
    /** SHA-256 of the session cookie, for routes about the session itself. */
    sessionId: string | null;
    /** The channel whose bearer token came with the request (action `integration`). */
    integrationChannelId: string | null;
  }
}

export interface Call<E extends Endpoint> {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Mounts a contract endpoint. Validation happens here and nowhere else: the handler only sees parsed values. */
export function mount<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handle: (call: Call<E>) => Promise<z.input<E['result']>>,
  limits: { bodyLimit?: number } = {},
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { action: endpoint.action },
    ...limits,
    handler: async (request, reply) => {
      const call = {
        params: parse(endpoint.params, given(endpoint.params, request.params), 'params'),
        query: parse(endpoint.query, given(endpoint.query, request.query), 'query'),
        body: parse(endpoint.body, request.body ?? undefined, 'body'),
        request,
        reply,
      } as Call<E>;
      if (endpoint.action !== 'integration') refuseNul(call.params, call.query, call.body);
      return endpoint.result.parse(await handle(call));
    },
  });
}

/** The signed-in person. The policy hook has refused the request already when there is none. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new ProblemError('auth.required', 401);
  return request.actor;
}

function parse(schema: z.ZodMiniType, value: unknown, part: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: [part, ...issue.path.map(String)].join('.'), code: issue.code ?? 'custom' }));
  throw new ProblemError('input.invalid', 400, { fields });
}

/** PostgreSQL cannot keep the character NUL, and nobody types it. What systems push is cleaned where it is taken in. */
function refuseNul(...parts: readonly unknown[]): void {
  if (parts.some(holdsNul)) throw new ProblemError('input.invalid', 400);
}
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}

/** Fastify gives `{}` where nothing was sent; endpoints without that part declare `undefined`. */
function given(schema: z.ZodMiniType, value: unknown): unknown {
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return empty && schema.safeParse(undefined).success ? undefined : value;
}
