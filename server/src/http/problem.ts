import type { ProblemCode } from '@stammgast/shared/contract/problem';

/** An expected refusal. The HTTP layer turns it into an RFC 9457 answer; the client translates the code. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly context: Readonly<Record<string, string>> | undefined;
  readonly fields: readonly { path: string; code: string }[] | undefined;

  constructor(
    code: ProblemCode,
    status: number,
    more: { context?: Record<string, string>; fields?: readonly { path: string; code: string }[] } = {},
  ) {
    super(code);
    this.code = code;
    this.status = status;
    this.context = more.context;
    this.fields = more.fields;
  }
}

export const problem = (code: ProblemCode, status: number, context?: Record<string, string>): ProblemError =>
  new ProblemError(code, status, context ? { context } : {});

/** Also the answer for everything that the actor may not see: the two cannot be told apart. */
export const notFound = (): ProblemError => problem('not_found', 404);
