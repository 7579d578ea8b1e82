import type { Hint } from '@stammgast/shared/contract/review';
import { useState } from 'react';

export interface Pointed {
  readonly key: Hint['key'] | null;
  readonly marks: Hint['marks'];
  readonly point: (key: Hint['key']) => void;
}

/** Which hint is looked at: its words are marked in the answer; without one those of everything that was found. */
export function usePointed(hints: readonly Hint[] | null): Pointed {
  const [key, setKey] = useState<Hint['key'] | null>(null);
  const found = (hints ?? []).filter((hint) => (key === null ? hint.state === 'ok' : hint.key === key));
  return {
    key,
    marks: found.flatMap((hint) => hint.marks),
    point: (next) => setKey((now) => (now === next ? null : next)),
  };
}
