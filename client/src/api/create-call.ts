import type { Endpoint } from '@stammgast/shared/contract/endpoint';
import type * as z from 'zod/mini';
import { type ApiProblem, apiProblem } from './problem.ts';

type Part<Name extends string, Shape extends z.ZodMiniType> =
  undefined extends z.input<Shape>
    ? { readonly [name in Name]?: undefined }
    : { readonly [name in Name]: z.input<Shape> };

type Input<E> =
  E extends Endpoint<infer P, infer Q, infer B>
    ? Part<'params', P> & Part<'query', Q> & Part<'body', B> & { readonly signal?: AbortSignal }
    : never;
type Result<E extends Endpoint> = z.infer<E['result']>;
type Args<E> = Record<never, never> extends Input<E> ? [input?: Input<E>] : [input: Input<E>];

export type Call = <E extends Endpoint>(endpoint: E, ...args: Args<E>) => Promise<Result<E>>;

interface Wire {
  readonly fetch: typeof fetch;
  /** The token of the signed-in person; every change carries it. */
  readonly csrfToken: () => string | undefined;
}
interface Loose {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** The address of an operation: parameters filled in, query keys without a value left out. */
export function addressOf(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await response.json().catch(() => null);
  if (body && typeof body.code === 'string') return apiProblem(body.code, response.status, body);
  return apiProblem(response.status === 413 ? 'input.too_large' : 'server.failed', response.status);
}

/** Calls an operation of the contract. The server has checked the result, so it is not parsed again. */
export function createCall({ fetch, csrfToken }: Wire): Call {
  return async (endpoint, ...args) => {
    const input: Loose = args[0] ?? {};
    const headers: Record<string, string> = { accept: 'application/json' };
    const token = csrfToken();
    if (endpoint.method !== 'GET' && token) headers['x-csrf-token'] = token;
    if (input.body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
    if (input.body !== undefined) init.body = JSON.stringify(input.body);
    if (input.signal) init.signal = input.signal;
    const response = await fetch(addressOf(endpoint.path, input), init).catch((error: unknown) => {
      throw error instanceof DOMException && error.name === 'AbortError' ? error : apiProblem('network', 0);
    });
    if (!response.ok) throw await problemOf(response);
    return response.json();
  };
}
