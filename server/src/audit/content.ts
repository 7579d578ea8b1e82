import { isTracked } from '@stammgast/shared/contract/audit';
import { audienceOf } from '../events/audience.ts';
import type { StoredFact } from '../events/events.queries.ts';
import type { Content } from './entry.ts';

/** What a fact says in the trail: once for each channel whose people may read it; nothing where it changes nothing. */
export function contentsOf(fact: StoredFact): Content[] {
  if (!isTracked(fact.kind)) return [];
  const { before, after, subject, by, ...details } = fact.payload ?? {};
  const content = {
    at: fact.at,
    kind: fact.kind,
    ...actorOf(fact, by),
    threadId: fact.threadId,
    subject: typeof subject === 'string' ? subject : null,
    before: stateOf(before),
    after: stateOf(after),
    details,
    fact: fact.seq,
  };
  const channels = audienceOf(fact) ?? [];
  return channels.length > 0
    ? channels.map((channelId) => ({ ...content, channelId }))
    : [{ ...content, channelId: null }];
}

/** `by` names whom the fact itself does not: another system with its token, or who has left with what they did. */
function actorOf({ personId, channelId, payload }: StoredFact, by: unknown): Pick<Content, 'actorKind' | 'actorId'> {
  if (by === 'token') return { actorKind: 'token', actorId: channelId };
  if (personId) return { actorKind: 'person', actorId: personId };
  const guest = payload?.guestLinkId;
  if (typeof guest === 'string') return { actorKind: 'guest', actorId: guest };
  if (typeof by === 'string') return { actorKind: 'person', actorId: by };
  return { actorKind: 'house', actorId: null };
}

const stateOf = (state: unknown) =>
  state !== null && typeof state === 'object' ? (state as Record<string, unknown>) : null;
