// Stage for tests about joining and taking apart: one channel, and guests who talk under each other's comments.
import type { Actor } from '@stammgast/shared/domain/permissions';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import { type Said, says } from '../testing/said.ts';
import { mergeByHand } from './merge-by-hand.ts';
import { receiveComments } from './receive-comments.ts';
import { splitThread, type WantedSplit } from './split-thread.ts';

export type Apart = Awaited<ReturnType<typeof openApart>>;

export async function openApart() {
  const house = await openWorkingHouse();
  const channelId = await addTestChannel(house);
  const personId = await addTestPerson(house, 'agent', [channelId]);
  const actor: Actor = { personId, role: 'agent', channels: [channelId] };
  const db = house.database.reader;
  const comment = async (externalId: string) => {
    const row = (await db.select().from(db.tables.comments)).find((c) => c.externalId === externalId);
    if (!row) throw new Error(`${externalId} has not come`);
    return row;
  };
  const threadOf = async (externalId: string) => (await comment(externalId)).threadId;
  const idsOf = (externalIds: readonly string[]) =>
    Promise.all(externalIds.map(async (externalId) => (await comment(externalId)).id));
  return {
    house,
    channelId,
    actor,
    db,
    comment,
    threadOf,
    idsOf,
    /** Arrives now, unless told otherwise. */
    async say(externalId: string, said: Said = {}, channel = channelId) {
      const change = says(externalId, { postedAt: house.clock.now(), ...said });
      await receiveComments(house, { id: channel, language: null }, [change], { history: false });
      return threadOf(externalId);
    },
    merge: (into: string, ...from: string[]) => mergeByHand(house, actor, into, from),
    split: async (threadId: string, externalIds: readonly string[], more: Partial<WantedSplit> = {}) =>
      splitThread(house, actor, threadId, { commentIds: await idsOf(externalIds), ...more }),
    thread: async (id: string) => (await db.select().from(db.tables.threads)).find((t) => t.id === id),
    clocks: async (threadId: string) =>
      (await db.select().from(db.tables.clocks)).filter((clock) => clock.threadId === threadId),
    partings: () => db.select().from(db.tables.partings),
    close: () => house.database.close(),
  };
}
