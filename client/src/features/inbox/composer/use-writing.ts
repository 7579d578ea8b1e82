import { useEffect, useState } from 'react';
import { useShowPresence } from '../../../live/live.tsx';

/** Whoever has not touched a key for so long is looking, not writing. */
const WRITING_MS = 60_000;

/** Tells colleagues that one sees this thread, and that one writes an answer while the keys are moving. */
export function useWriting(threadId: string, text: string): { readonly typed: () => void; readonly now: boolean } {
  const [typedAt, setTypedAt] = useState(0);
  const [resting, setResting] = useState(true);
  useEffect(() => {
    if (typedAt === 0) return;
    setResting(false);
    const timer = setTimeout(() => setResting(true), WRITING_MS);
    return () => clearTimeout(timer);
  }, [typedAt]);
  const now = text.trim() !== '' && !resting;
  useShowPresence({ threadId, level: now ? 'writes' : 'sees' });
  return { typed: () => setTypedAt(Date.now()), now };
}
