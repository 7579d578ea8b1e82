const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The one clock of the page, for chips and all else that changes by itself; it stands still when nobody listens. Returns the way to stop listening. */
export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tick of listeners) tick();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
