import type { ProblemCode } from '@stammgast/shared/contract/problem';

/** The guarded way out: one request with limits on address, size, time and redirects. See guarded-fetch.ts. */
export type Http = (url: string, request?: HttpRequest) => Promise<HttpResponse>;
export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Default 10 s for everything together. */
  readonly timeoutMs?: number;
  /** Asked right before the first byte goes out. False: a ChannelError that is `unsent`. */
  readonly maySend?: () => boolean;
}
export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** After redirects. */
  readonly url: string;
}

/** Thrown by connectors and the guarded fetch; `code` is translated for people, `detail` is a short remark without secrets. */
export class ChannelError extends Error {
  readonly code: ProblemCode;
  /** True when the request certainly never reached the other side: nothing can have happened there. */
  readonly unsent: boolean;
  constructor(code: ProblemCode, detail: string, more: { unsent?: boolean } = {}) {
    super(detail);
    this.code = code;
    this.unsent = more.unsent ?? false;
  }
}
