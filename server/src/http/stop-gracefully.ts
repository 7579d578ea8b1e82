import type { FastifyInstance } from 'fastify';

/**
 * Takes no new requests, lets those under way finish and then closes. `first` ends what would hold the server open,
 * such as sockets. Whatever has not finished after `withinMs` is cut off; tells which it was.
 */
export async function stopGracefully(
  app: FastifyInstance,
  first: () => void | Promise<void> = () => undefined,
  withinMs = 15_000,
): Promise<'drained' | 'cut'> {
  let outcome: 'drained' | 'cut' = 'drained';
  await first();
  // Kept-alive connections would hold the close for as long as browsers like.
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  const patience = setTimeout(() => {
    outcome = 'cut';
    app.server.closeAllConnections();
  }, withinMs);
  await app.close();
  clearInterval(idle);
  clearTimeout(patience);
  return outcome;
}
