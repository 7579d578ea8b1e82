let offset = 0;

/** Timers run on the server's clock: whoever sets a wrong time on their desk still sees the right minutes. */
export function learnServerNow(serverNow: string, receivedAt: number = Date.now()): void {
  offset = Date.parse(serverNow) - receivedAt;
}

/** Milliseconds now, as the server sees it. */
export const serverNow = (): number => Date.now() + offset;
