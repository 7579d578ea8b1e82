import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);
const pauseMilliseconds = 10_000;

/** Says a summary to screen readers, politely and at most once in ten seconds; of several in between the last one counts. */
export const useAnnounce = () => useContext(AnnounceContext);

export function AnnounceProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const spokenAt = useRef(Number.NEGATIVE_INFINITY);
  const next = useRef<string | null>(null);
  const announce = useCallback((words: string) => {
    const speak = () => {
      if (next.current === null) return;
      spokenAt.current = performance.now();
      setText(next.current);
      next.current = null;
    };
    const planned = next.current !== null;
    next.current = words;
    const wait = spokenAt.current + pauseMilliseconds - performance.now();
    if (wait <= 0) speak();
    else if (!planned) setTimeout(speak, wait);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr" role="status" aria-live="polite">
        {text}
      </div>
    </AnnounceContext>
  );
}
