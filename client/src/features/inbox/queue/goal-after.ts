import { neighbour, type Order } from './stable-order.ts';

/** Where one goes on when a thread is done: the row beside it, on the other side where there is none, or the first one. */
export function goalAfter(order: Order, id: string, way: 'next' | 'previous' | 'list'): string | undefined {
  if (way === 'list') return order.ids.find((one) => one !== id && !order.ghosts.has(one));
  const by = way === 'previous' ? -1 : 1;
  return neighbour(order, id, by) ?? neighbour(order, id, by === 1 ? -1 : 1);
}
