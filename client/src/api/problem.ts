import type { Problem, ProblemCode } from '@stammgast/shared/contract/problem';

/** What the browser itself can find out; the rest are the server's codes. */
export type ClientCode = ProblemCode | 'network';

/** A refused or failed call. Show `problems:<code>`, never a message. */
export interface ApiProblem extends Error {
  readonly code: ClientCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly fields: readonly { path: string; code: string }[];
  readonly context: Readonly<Record<string, string>>;
}

export function apiProblem(code: ClientCode, status: number, problem: Partial<Problem> = {}): ApiProblem {
  return Object.assign(new Error(code), {
    name: 'ApiProblem',
    code,
    status,
    fields: problem.fields ?? [],
    context: problem.context ?? {},
  });
}

export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === 'ApiProblem';
}

/** The code to translate, whatever was thrown. */
export function codeOf(error: unknown): ClientCode {
  return isApiProblem(error) ? error.code : 'server.failed';
}
