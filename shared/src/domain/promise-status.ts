/**
 * States of what we have said in public that we would do. `suggested`: the machine has found it, nobody has confirmed
 * it. `broken`: its time came before its end, whatever is done about it later; it stays due until something is.
 */
export const promiseStates = ['suggested', 'open', 'kept', 'broken', 'dismissed'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** `suggest` takes a confirmation or a dismissal back; `reopen` an end. */
export const promiseSteps = ['confirm', 'dismiss', 'suggest', 'keep', 'reopen', 'expire'] as const;
export type PromiseStep = (typeof promiseSteps)[number];

const table: Record<PromiseState, Partial<Record<PromiseStep, PromiseState>>> = {
  suggested: { confirm: 'open', dismiss: 'dismissed' },
  open: { confirm: 'open', keep: 'kept', expire: 'broken', dismiss: 'dismissed', suggest: 'suggested' },
  kept: { reopen: 'open' },
  broken: { keep: 'broken', reopen: 'broken', dismiss: 'dismissed' },
  dismissed: { suggest: 'suggested', reopen: 'open' },
};

/** The next state, or null when the step is not possible from here. The only place that decides. */
export function nextPromiseState(state: PromiseState, step: PromiseStep): PromiseState | null {
  return table[state][step] ?? null;
}
