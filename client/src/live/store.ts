export interface Store<T> {
  readonly get: () => T;
  readonly change: (part: Partial<T>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A value that tells its listeners when it changes. */
export function createStore<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    change: (part) => {
      value = { ...value, ...part };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
