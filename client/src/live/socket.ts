import type { ShownPresence } from '@stammgast/shared/contract/presence';
import type { Line, LineEvents } from './live-line.ts';

/** How long a server that says nothing is waited for, as long as it has not told how often it will be heard. */
const PATIENCE_MS = 20_000;

/**
 * Speaks socket.io's protocol as far as it is spoken here: one connection, never tried again by itself, texts only.
 * Its own client would be a sixteenth of the inbox's script, most of it for what nobody needs here.
 */
export function openSocket(
  at: Pick<Window, 'location' | 'addEventListener' | 'removeEventListener'>,
  { onFacts, onPresence, onDown }: LineEvents,
  onBell: () => void,
): Line {
  const address = `${at.location.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  let socket: WebSocket | null = null;
  let joined = false;
  let patience = PATIENCE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(lost, patience);
  };
  const end = () => {
    clearTimeout(timer);
    at.removeEventListener('offline', lost);
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
    socket = null;
    joined = false;
    patience = PATIENCE_MS;
  };
  const down = (reason: 'lost' | 'refused') => {
    end();
    onDown(reason);
  };
  const lost = () => down('lost');

  const events: Record<string, (news: never) => void> = { facts: onFacts, presence: onPresence, bell: onBell };
  const greet = ({ pingInterval, pingTimeout }: { pingInterval: number; pingTimeout: number }) => {
    patience = pingInterval + pingTimeout;
    socket?.send('40');
  };
  const join = () => {
    joined = true;
    // What it rang for while there was no line, nobody knows.
    onBell();
  };
  /** What is said, by the sign that it begins with. */
  const meanings: Record<string, (body: string) => void> = {
    0: (body) => greet(JSON.parse(body)),
    1: lost,
    2: () => socket?.send('3'),
    40: join,
    41: lost,
    42: (body) => {
      const [name, news]: [string, never] = JSON.parse(body);
      events[name]?.(news);
    },
    44: (body) => down(JSON.parse(body).message === 'auth.required' ? 'refused' : 'lost'),
  };
  const hear = (text: string) => {
    wait();
    const [, sign = '', body = ''] = /^(\d\d?)(.*)/s.exec(text) ?? [];
    meanings[sign]?.(body);
  };

  return {
    connect: () => {
      end();
      socket = new WebSocket(address);
      socket.onmessage = ({ data }) => hear(data);
      socket.onclose = lost;
      at.addEventListener('offline', lost);
      wait();
    },
    close: end,
    show: (is: ShownPresence) => {
      if (joined) socket?.send(`42${JSON.stringify(['presence', is])}`);
    },
  };
}
