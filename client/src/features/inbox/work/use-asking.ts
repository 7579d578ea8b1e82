import { useState } from 'react';
import type { Targets } from './use-bulk.ts';

export type Question = 'snooze' | 'tags' | 'reason' | 'promise' | 'merge' | 'split';
export interface Asked extends Targets {
  readonly question: Question;
  /** Several at once, told as such. */
  readonly many: boolean;
  /** Afterwards the next thread opens. */
  readonly openNext?: boolean;
}

/** The question that an action asks first, for one thread or for all that is selected. */
export function useAsking() {
  const [asked, ask] = useState<Asked | null>(null);
  return { asked, ask, close: () => ask(null) };
}
