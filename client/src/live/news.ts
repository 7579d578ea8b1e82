import type { Fact } from '@stammgast/shared/contract/live';

const listeners = new Set<(facts: readonly Fact[]) => void>();

/** Hears facts as they come, for what is said and not only shown. Returns the way to stop. */
export function onNews(listener: (facts: readonly Fact[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellNews(facts: readonly Fact[]): void {
  for (const listener of listeners) listener(facts);
}
