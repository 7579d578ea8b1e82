import type { Presence } from '@stammgast/shared/contract/presence';
import type { PresenceRow } from './presence.queries.ts';

/** Windows become people: of several at one thread the one that writes counts. */
export function presentPeople(rows: readonly PresenceRow[]): Presence[] {
  const people = Map.groupBy(rows, ({ threadId, personId }) => `${threadId} ${personId}`);
  return [...people.values()].flatMap((windows) => {
    const shown = windows.find(({ level }) => level === 'writes') ?? windows[0];
    if (!shown) return [];
    const { threadId, channelId, personId, level, since } = shown;
    return [{ threadId, channelId, personId, level, since: since.toISOString() }];
  });
}
