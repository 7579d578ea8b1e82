/** A state before and after; only what is another than before. */
export interface Change {
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}
type State = Readonly<Record<string, unknown>>;

/** What is different between two states. Null before: it was made; null after: it is gone. */
export function changeOf(before: State | null, after: State | null): Change {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names.filter((name) => told(before?.[name]) !== told(after?.[name]));
  return { before: before && pick(before, changed), after: after && pick(after, changed) };
}

/** Two changes that are one. */
export const both = (one: Change, other: Change | undefined): Change =>
  other ? { before: joined(one.before, other.before), after: joined(one.after, other.after) } : one;

const joined = (one: State | null, other: State | null) => (one || other ? { ...one, ...other } : null);

const told = (value: unknown): string => JSON.stringify(value ?? null);
const pick = (state: State, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, state[name] ?? null]));
