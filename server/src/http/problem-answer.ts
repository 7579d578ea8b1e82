import { STATUS_CODES } from 'node:http';
import type { Problem, ProblemCode } from '@stammgast/shared/contract/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError } from './log.ts';
import { ProblemError } from './problem.ts';

const framework: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'input.media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'input.too_large',
};
/** The engine cannot work at the moment: disk full, locked, not reachable, shutting down. */
const passing = /^(SQLITE_(FULL|BUSY|IOERR|READONLY)|ECONN|ETIMEDOUT|EPIPE|57P|53|08|55P03|57014)/;

/** Answers with RFC 9457. Of what went wrong inside, nothing leaves the house but the request's id. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asProblem(error);
  if (refusal.status >= 500) request.log.error(describeError(error), 'request failed');
  if (refusal.status === 503) reply.header('retry-after', '5');
  if (refusal.context?.seconds) reply.header('retry-after', refusal.context.seconds);
  return answerProblem(refusal, request, reply);
}

export function answerProblem(refusal: ProblemError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[refusal.status] ?? 'Error',
    status: refusal.status,
    code: refusal.code,
    requestId: request.id,
    ...(refusal.fields ? { fields: [...refusal.fields] } : {}),
    ...(refusal.context ? { context: refusal.context } : {}),
  };
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && framework[code]) return new ProblemError(framework[code], Number(statusCode));
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new ProblemError('input.invalid', statusCode);
  }
  return isPassing(error) ? new ProblemError('server.busy', 503) : new ProblemError('server.failed', 500);
}

function isPassing(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && passing.test(String(e.code))) return true;
  }
  return false;
}
