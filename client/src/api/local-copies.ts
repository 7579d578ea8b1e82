const prefix = 'stammgast.draft.';

/** Texts that the server does not have yet, for the time it cannot be reached. They leave the desk with its person. */
export function localCopies(personId: string) {
  const own = `${prefix}${personId}.`;
  return {
    /** null: the server has it. */
    keep: (key: string, value: unknown): void => {
      try {
        if (value === null) localStorage.removeItem(own + key);
        else localStorage.setItem(own + key, JSON.stringify(value));
      } catch {
        // A full or forbidden store costs the copy, not the writing.
      }
    },
    all: (): [key: string, value: unknown][] =>
      keysWith(own).flatMap((key) => {
        const value = parsed(localStorage.getItem(key));
        return value === null ? [] : [[key.slice(own.length), value]];
      }),
  };
}

/** Nobody else reads them on this desk: all of them, or all but those of the person who comes. */
export function forgetLocalCopies(exceptOf?: string): void {
  const others = keysWith(prefix).filter((key) => !exceptOf || !key.startsWith(`${prefix}${exceptOf}.`));
  for (const key of others) localStorage.removeItem(key);
}

function keysWith(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
