/** Steady, whatever happens to the clock of the desk. */
const steady = (): number => performance.now();
let start = performance.timeOrigin;

/** Timers run on the server's clock: whoever sets a wrong time on their desk still sees the right minutes. */
export function learnServerNow(serverNow: string, receivedAt: number = steady()): void {
  start = Date.parse(serverNow) - receivedAt;
}

/** Milliseconds now, as the server sees it. */
export const serverNow = (): number => start + steady();
