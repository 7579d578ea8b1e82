/** The part of pino that rooms and flows use. Never pass secrets or whole requests. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** What may be written down of an error, in short: parameters of failed queries can hold what people wrote. */
export function reasonOf(error: unknown): string {
  const hidden = error instanceof Error && ('params' in error || 'query' in error);
  return String(hidden ? (error.cause ?? 'a query failed') : error).slice(0, 500);
}
