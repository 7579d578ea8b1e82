import type { Facts } from '@stammgast/shared/contract/live';
import type { Presences } from '@stammgast/shared/contract/presence';
import type { Line, LineEvents } from './live-line.ts';

/** Opens the socket. Its code is fetched after the first paint, because nobody waits for it. */
export async function openSocket({ onFacts, onPresence, onDown }: LineEvents, onBell: () => void): Promise<Line> {
  const { io } = await import('socket.io-client');
  // Trying again is ours: the page tells when the next try is due.
  const socket = io({ path: '/socket.io', transports: ['websocket'], reconnection: false, autoConnect: false });
  socket.on('facts', (facts: Facts) => onFacts(facts));
  socket.on('presence', (presences: Presences) => onPresence(presences));
  // What it rang for while there was no line, nobody knows.
  socket.on('connect', onBell);
  socket.on('bell', onBell);
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') onDown('lost');
  });
  socket.on('connect_error', (error) => onDown(error.message === 'auth.required' ? 'refused' : 'lost'));
  return {
    connect: () => socket.connect(),
    close: () => socket.close(),
    show: (is) => socket.connected && socket.emit('presence', is),
  };
}
