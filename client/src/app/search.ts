/** Addresses stay readable: plain `?q=…` instead of JSON. What is empty stays: a search for everything. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value !== undefined) params.set(name, String(value));
  return params.size > 0 ? `?${params}` : '';
}

/** A path inside this house to return to after signing in; anything else, the door too, leads to the inbox. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\]|sign-in\b)/.test(next) ? next : '/inbox';
}
