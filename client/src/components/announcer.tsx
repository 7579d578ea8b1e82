import { createContext, type ReactNode, useContext, useState } from 'react';
import { type Announce, createAnnouncements } from './announcements.ts';

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says a summary to screen readers, politely and seldom. */
export const useAnnounce = () => useContext(AnnounceContext);

export function AnnounceProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const [announce] = useState(() => createAnnouncements(setText));
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr" role="status" aria-live="polite">
        {text}
      </div>
    </AnnounceContext>
  );
}
