import { MutationObserver, type QueryClient } from '@tanstack/react-query';

/** Sends one after the other what is about the same: of two requests the server keeps the one that reaches it last. */
export function inTurn<Result>(client: QueryClient, about: string, send: () => Promise<Result>): Promise<Result> {
  const sending = new MutationObserver(client, { mutationFn: send, scope: { id: about } });
  return sending.mutate().finally(sending.reset);
}
