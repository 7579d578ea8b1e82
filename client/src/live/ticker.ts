const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** What is shown follows the clock at once, not with the next second. */
export function tick(): void {
  for (const listener of listeners) listener();
}

/** The one clock of the page, for chips and all else that changes by itself; it stands still when nobody listens. Returns the way to stop listening. */
export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
