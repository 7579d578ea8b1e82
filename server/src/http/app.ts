import { randomUUID } from 'node:crypto';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { Config } from '../config/config.ts';
import { serveClient } from './client-files.ts';
import { createGuard, type Identify } from './guard.ts';
import { setSafetyHeaders } from './headers.ts';
import type { Metrics } from './metrics.ts';
import { notFound } from './problem.ts';
import { answerError, answerProblem } from './problem-answer.ts';

export interface AppParts {
  readonly config: Pick<Config, 'publicUrl' | 'secure' | 'trustProxy' | 'metricsToken'>;
  readonly log: FastifyBaseLogger;
  readonly identify: Identify;
  readonly metrics?: Metrics;
  /** The built client; left out, only the API is served. */
  readonly clientFolder?: string;
}

const BODY_LIMIT = 256 * 1024;

/** The HTTP server without routes; they are mounted on it by the caller before it listens. */
export function createApp(parts: AppParts): FastifyInstance {
  const { config, log } = parts;
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    maxRequestsPerSocket: 1000,
    http: { headersTimeout: 15_000 },
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: (error, request, reply) => {
      setSafetyHeaders(reply, config.secure);
      answerError(error, request, reply);
    },
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    },
  });
  // A form or a foreign page can send text without asking first; JSON it cannot.
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('actor', null);
  app.decorateRequest('sessionId', null);
  app.decorateRequest('integrationChannelId', null);
  app.addHook('onRoute', (route) => {
    if (!route.config?.action) throw new Error(`${String(route.method)} ${route.url} has no row of the policy table`);
  });
  addHooks(app, parts);
  app.setErrorHandler(answerError);
  const sendClientFile = parts.clientFolder ? serveClient(app, parts.clientFolder) : () => false;
  app.setNotFoundHandler((request, reply) => {
    if (!sendClientFile(request, reply)) answerProblem(notFound(), request, reply);
  });
  return app;
}

function addHooks(app: FastifyInstance, { config, identify, metrics, log }: AppParts): void {
  const chatty = log.level === 'debug' || log.level === 'trace';
  const publicOrigin = config.publicUrl?.origin ?? null;
  app.addHook('onRequest', (request, reply, done) => {
    setSafetyHeaders(reply, config.secure);
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
    done();
  });
  app.addHook('onRequest', createGuard({ identify, publicOrigin, metricsToken: config.metricsToken }));
  app.addHook('onResponse', (request, reply, done) => {
    metrics?.observe(request, reply);
    logAnswer(request, reply, chatty);
    done();
  });
}

/** One line for each answer: the route's pattern, because paths may hold tokens. Reading is only of interest to debug. */
function logAnswer(request: FastifyRequest, reply: FastifyReply, chatty: boolean): void {
  const status = reply.statusCode;
  const quiet = status < 400 && (request.method === 'GET' || request.method === 'HEAD');
  if (quiet && !chatty) return;
  const facts = {
    method: request.method,
    route: request.is404 ? null : request.routeOptions.url,
    status,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...(request.actor ? { personId: request.actor.personId } : {}),
    ...(request.integrationChannelId ? { channelId: request.integrationChannelId } : {}),
    ...(status === 401 || status === 403 || status === 429 ? { address: request.ip } : {}),
  };
  if (quiet) request.log.debug(facts, 'answered');
  else request.log.info(facts, 'answered');
}
