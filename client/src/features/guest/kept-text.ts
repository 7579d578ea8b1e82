import { useState } from 'react';

// The end of the token tells the links of one browser apart; the whole one is not kept.
const keyOf = (token: string) => `stammgast.guest.${token.slice(-8)}`;

function read(token: string): string | null {
  try {
    return localStorage.getItem(keyOf(token));
  } catch {
    return null;
  }
}

/** A text that survives a closed tab on the guest's own device, until it was sent. */
export function useKeptText(token: string, start: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => read(token) ?? start);
  const keep = (next: string) => {
    setText(next);
    try {
      localStorage.setItem(keyOf(token), next);
    } catch {
      // Without storage it lives as long as the page.
    }
  };
  return [text, keep];
}

export function forgetText(token: string): void {
  try {
    localStorage.removeItem(keyOf(token));
  } catch {
    // Nothing was kept.
  }
}
