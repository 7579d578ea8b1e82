import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { QueryClient } from '@tanstack/react-query';

export type Step = Partial<ThreadRow>;

interface Unanswered {
  /** The newest row that the server told. */
  readonly told: ThreadRow;
  /** What was done here since, in order. */
  readonly steps: readonly Step[];
}

const unansweredIn = new WeakMap<QueryClient, Map<string, Unanswered>>();

const newer = (known: ThreadRow, told: ThreadRow) => (told.version < known.version ? known : told);

function unansweredOf(client: QueryClient): Map<string, Unanswered> {
  const known = unansweredIn.get(client) ?? new Map<string, Unanswered>();
  unansweredIn.set(client, known);
  return known;
}

/** A row as the server tells it, with what was done here and is not answered yet on top: a key's result stays to be seen. */
export function withUnanswered(client: QueryClient, told: ThreadRow): ThreadRow {
  const rows = unansweredOf(client);
  const waiting = rows.get(told.id);
  if (!waiting) return told;
  const newest = newer(waiting.told, told);
  rows.set(told.id, { ...waiting, told: newest });
  return Object.assign({}, newest, ...waiting.steps);
}

/** A row as the server told it, without what was done here and is not answered yet: the ground for what it tells in part. */
export const toldOf = (client: QueryClient, row: ThreadRow): ThreadRow => unansweredOf(client).get(row.id)?.told ?? row;

/** All rows with something on top that was done here and is not answered yet. */
export const unansweredRows = (client: QueryClient): ThreadRow[] =>
  [...unansweredOf(client).values()].map(({ told, steps }) => Object.assign({}, told, ...steps));

/** Something is done here to a thread that stands like this. Gives back how it stood without all that waits. */
export function beginStep(client: QueryClient, stands: ThreadRow, step: Step): ThreadRow {
  const rows = unansweredOf(client);
  const { told, steps } = rows.get(stands.id) ?? { told: stands, steps: [] };
  const newest = stands.version > told.version ? stands : told;
  rows.set(stands.id, { told: newest, steps: [...steps, step] });
  return newest;
}

/** The server has taken it with this answer, or refused it. Gives back the newest that it told: another may have come first. */
export function endStep(client: QueryClient, stood: ThreadRow, step: Step, answer?: ThreadRow): ThreadRow {
  const { id } = stood;
  const rows = unansweredOf(client);
  const waiting = rows.get(id);
  const steps = waiting?.steps.filter((one) => one !== step) ?? [];
  if (waiting && steps.length > 0) rows.set(id, { ...waiting, steps });
  else rows.delete(id);
  const told = waiting?.told ?? stood;
  return answer ? newer(told, answer) : told;
}
