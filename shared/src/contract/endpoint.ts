import * as z from 'zod/mini';
import type { Action } from '../domain/permissions.ts';

type Shape = z.ZodMiniType;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Result extends Shape = Shape,
> {
  readonly method: Method;
  readonly path: string;
  /** Who may call it: a row of the policy table. */
  readonly action: Action;
  /** One English sentence for the OpenAPI document. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly result: Result;
}

const nothing = z.undefined();
type Nothing = typeof nothing;

/** Declares one HTTP operation. The server mounts it, the client calls it, tests read it: one source for all. */
export function endpoint<
  R extends Shape,
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends Shape = Nothing,
>(
  signature: `${Method} /${string}`,
  parts: { action: Action; summary: string; params?: P; query?: Q; body?: B; result: R },
): Endpoint<P, Q, B, R> {
  const [method, path] = signature.split(' ') as [Method, string];
  return {
    method,
    path,
    action: parts.action,
    summary: parts.summary,
    params: (parts.params ?? nothing) as P,
    query: (parts.query ?? nothing) as Q,
    body: (parts.body ?? nothing) as B,
    result: parts.result,
  };
}

/** The result of an operation that has nothing to tell. */
export const Done = z.object({ done: z.literal(true) });

/** A file that is sent as a stream: its kind and name are in the headers. */
export const Download = z.unknown();

export const Id = z.string().check(z.minLength(1), z.maxLength(64));
/** An instant as ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime();
export const limited = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** Of a list: where the page before ended, and how long this one may be. */
export const paged = {
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
};
