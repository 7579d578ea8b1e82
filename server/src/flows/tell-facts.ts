// Facts become news: each with the row of its thread as it is now, for those who may see its channel.
import { type Fact, type Facts, untoldFacts } from '@stammgast/shared/contract/live';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { audienceOf } from '../events/audience.ts';
import { factsAfter, newestSeq, oldestSeq, type StoredFact } from '../events/events.queries.ts';
import { presentRow } from '../threads/present.ts';
import { rowsById } from '../threads/queue.queries.ts';
import type { House } from './house.ts';

/** More than this at once is not news but a new situation. */
const MOST_FACTS = 200;

/** Facts with the present rows of their threads, in one query. */
export async function present(house: House, all: readonly StoredFact[]): Promise<Fact[]> {
  const facts = all.filter(({ kind }) => !untoldFacts.includes(kind));
  const ids = [...new Set(facts.flatMap((fact) => fact.threadId ?? []))];
  const records = ids.length > 0 ? await rowsById(house.database.reader, ids) : [];
  const rows = new Map(records.map((record) => [record.thread.id, presentRow(record)]));
  return facts.map(discreet).map((fact) => ({
    seq: fact.seq,
    at: fact.at.toISOString(),
    kind: fact.kind,
    channelId: fact.channelId,
    threadId: fact.threadId,
    personId: fact.personId,
    thread: (fact.threadId && rows.get(fact.threadId)) || null,
    ...mentionsOf(fact),
  }));
}

/**
 * Whose answer was reviewed, and by whom, is between the two of them: others hear that something has changed. And whoever
 * hears of a storm is not told which other channels it has reached.
 */
function discreet(fact: StoredFact): StoredFact {
  if (fact.kind.startsWith('radar.')) return { ...fact, channelId: null };
  return fact.kind.startsWith('review.') ? { ...fact, threadId: null, personId: null } : fact;
}

function mentionsOf({ kind, payload }: StoredFact): Pick<Fact, 'mentions'> {
  const mentions = kind === 'note.added' ? payload?.mentions : undefined;
  return Array.isArray(mentions) && mentions.length > 0 ? { mentions: mentions.map(String) } : {};
}

/** What an actor missed since a number. */
export async function missedFacts(house: House, actor: Actor, after: number): Promise<Facts> {
  const serverNow = house.clock.now().toISOString();
  const stored = await factsAfter(house.database.reader, after, MOST_FACTS + 1);
  const forgotten = after + 1 < (await oldestSeq(house.database.reader));
  if (stored.length > MOST_FACTS || forgotten) {
    return { facts: [], seq: await newestSeq(house.database.reader), reset: true, serverNow };
  }
  const own = stored.filter((fact) => audienceOf(fact)?.some((id) => sees(actor, id)) ?? true);
  return { facts: await present(house, own), seq: stored.at(-1)?.seq ?? after, reset: false, serverNow };
}
