/** What was typed after `::`, and where it stands. */
export interface Trigger {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

const opening = /(?:^|[\s(])(::([\p{L}\p{N}][\p{L}\p{N} -]{0,40})?)$/u;

/** The call for a snippet that ends at the caret; null when there is none. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const [, called, typed = ''] = opening.exec(text.slice(Math.max(0, caret - 60), caret)) ?? [];
  return called === undefined ? null : { start: caret - called.length, end: caret, typed };
}
