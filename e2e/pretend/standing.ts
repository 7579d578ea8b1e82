// How comments stand on the pretend platform, and what its lies do to those who like and hide there.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import type { Fate } from './faults.ts';

export interface Standing {
  readonly hidden: boolean;
  readonly liked: boolean;
  readonly likes: number;
}
const untouched: Standing = { hidden: false, liked: false, likes: 7 };

const after: Partial<Record<PlatformAct, (now: Standing) => Standing>> = {
  like: (now) => (now.liked ? now : { ...now, liked: true, likes: now.likes + 1 }),
  unlike: (now) => (now.liked ? { ...now, liked: false, likes: now.likes - 1 } : now),
  hide: (now) => ({ ...now, hidden: true }),
  unhide: (now) => ({ ...now, hidden: false }),
};

interface Way {
  readonly fateOf: (about: string) => Fate;
  readonly send: (response: ServerResponse, status: number, body: unknown) => void;
  readonly read: (request: IncomingMessage) => Promise<string>;
}

export function createStandings({ fateOf, send, read }: Way) {
  const standings = new Map<string, Standing>();
  const of = (id: string) => standings.get(id) ?? untouched;
  return {
    of,
    look: (id: string, response: ServerResponse): void => {
      if (fateOf(`standing of ${id}`).listingFails) send(response, 503, { error: 'down' });
      else send(response, 200, of(id));
    },
    async act(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
      const { act } = JSON.parse(await read(request)) as { act: PlatformAct };
      const { outcome } = fateOf(`${act} ${id}`);
      const does = outcome !== 'hangs' && outcome !== 'refuses';
      if (does) standings.set(id, after[act]?.(of(id)) ?? of(id));
      if (outcome === 'honest') send(response, 200, of(id));
      else if (outcome === 'creates-then-500') send(response, 500, { error: 'internal' });
      else if (outcome === 'refuses') send(response, 429, { error: 'slow down' });
      // The others are never answered.
    },
  };
}
