import type { FastifyBaseLogger } from 'fastify';
import { type DestinationStream, destination, pino } from 'pino';
import type { Config } from '../config/config.ts';

/**
 * One JSON object a line, times in UTC. Nothing is logged unasked: no bodies, no queries, no headers, and addresses
 * only of refused requests.
 */
export function createLog(level: Config['logLevel'], to: DestinationStream = destination(1)): FastifyBaseLogger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: ['password', 'token', 'secret', 'secrets', 'cookie', 'authorization'], censor: '[left out]' },
    },
    to,
  );
}

/** What may be logged of an unexpected error: parameters of failed queries can hold what people wrote. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const hidden = 'params' in error || 'query' in error;
  const source = hidden && error.cause instanceof Error ? error.cause : error;
  return {
    error: source.name,
    ...('code' in source ? { code: String(source.code) } : {}),
    message: source.message.slice(0, 500),
    stack: (hidden ? source.stack : error.stack)?.slice(0, 4000),
  };
}
