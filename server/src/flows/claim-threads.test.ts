import type { Actor } from '@stammgast/shared/domain/permissions';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { assignThread, claimThread, releaseThread } from './claim-threads.ts';
import { listQueue } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';

let house: TestHouse;
let blog: string;
let team: Actor[];
let anna: Actor;
let ben: Actor;
let threadId: string;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  team = [];
  for (let i = 0; i < 12; i++) team.push(await agent());
  [anna, ben] = team as [Actor, Actor];
  await hear('c1');
  const { threads } = await listQueue(house, anna, '', { limit: 1 });
  threadId = threads[0]?.id ?? '';
});
afterEach(() => house.database.close());

const agent = async (): Promise<Actor> => ({
  personId: await addTestPerson(house, 'agent', [blog]),
  role: 'agent',
  channels: [blog],
});
const hear = (externalId: string) =>
  receiveComments(house, { id: blog, language: null }, [says(externalId, { author: 'Müller' })], { history: false });
const kinds = async () => (await factsAfter(house.database.reader, 0, 1000)).map((fact) => fact.kind);
const row = async () => (await listQueue(house, anna, '', { limit: 1 })).threads[0];
const stranger = (): Actor => ({ ...anna, channels: ['another'] });

describe('a claim', () => {
  test('of many at the same moment one gets it, and all others are told who', async () => {
    const claims = await Promise.allSettled(team.map((actor) => claimThread(house, actor, threadId, undefined)));
    const won = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value] : []));
    expect(won).toHaveLength(1);
    const [winner] = won;
    expect(winner).toMatchObject({ claim: 1 });
    for (const claim of claims) {
      if (claim.status === 'fulfilled') continue;
      const context = { personId: winner?.assigneeId, personName: 'Anna agent', claim: '1' };
      expect(claim.reason).toMatchObject({ code: 'thread.claimed', status: 409, context });
    }
    expect(await row()).toMatchObject({ assigneeId: winner?.assigneeId, claim: 1 });
    expect((await kinds()).filter((kind) => kind === 'thread.assigned')).toHaveLength(1);
  });

  test('does not fail because the critic writes meanwhile', async () => {
    const [claimed] = await Promise.all([claimThread(house, anna, threadId, undefined), hear('c2'), hear('c3')]);
    expect(claimed).toMatchObject({ assigneeId: anna.personId });
  });

  test('of what one has already changes nothing', async () => {
    await claimThread(house, anna, threadId, undefined);
    expect(await claimThread(house, anna, threadId, undefined)).toMatchObject({ claim: 1 });
    expect((await kinds()).filter((kind) => kind === 'thread.assigned')).toHaveLength(1);
  });

  test('a foreign thread is not there', async () => {
    await expect(claimThread(house, stranger(), threadId, undefined)).rejects.toMatchObject({ status: 404 });
    await expect(releaseThread(house, stranger(), threadId)).rejects.toMatchObject({ status: 404 });
  });
});

describe('taking over', () => {
  test('names the claim it takes, is written down, and works once', async () => {
    await claimThread(house, anna, threadId, undefined);
    const rest = team.slice(1);
    const takers = await Promise.allSettled(rest.map((actor) => claimThread(house, actor, threadId, 1)));
    expect(takers.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await row()).toMatchObject({ claim: 2 });
    const refused = takers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject({ code: 'thread.claimed', context: { claim: '2' } });
    const facts = (await factsAfter(house.database.reader, 0, 1000)).filter((one) => one.kind === 'thread.taken-over');
    expect(facts).toMatchObject([{ payload: { from: anna.personId, claim: 2 } }]);
  });
});

describe('giving back', () => {
  test('is for the own, and for leads', async () => {
    await claimThread(house, anna, threadId, undefined);
    await expect(releaseThread(house, ben, threadId)).rejects.toMatchObject({ code: 'thread.claimed', status: 409 });
    expect(await releaseThread(house, anna, threadId)).toMatchObject({ assigneeId: null, claim: 2 });
    await claimThread(house, anna, threadId, undefined);
    expect(await releaseThread(house, { ...ben, role: 'lead' }, threadId)).toMatchObject({
      assigneeId: null,
      claim: 4,
    });
    expect(await releaseThread(house, ben, threadId)).toMatchObject({ claim: 4 });
  });
});

test('whatever happens at once, the number counts every change and nobody loses a claim unnoticed', async () => {
  const deed = fc.record({
    who: fc.integer({ min: 0, max: 4 }),
    does: fc.constantFrom('claim', 'release', 'take', 'assign'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 12 }), async (deeds) => {
      const before = await row();
      const changes = async () => (await kinds()).filter((kind) => /assigned|taken-over/.test(kind)).length;
      const counted = await changes();
      const done = await Promise.allSettled(
        deeds.map(({ who, does }) => {
          const actor = team[who] as Actor;
          if (does === 'claim') return claimThread(house, actor, threadId, undefined);
          if (does === 'take') return claimThread(house, actor, threadId, before?.claim);
          if (does === 'assign') return assignThread(house, actor, threadId, { assigneeId: ben.personId });
          return releaseThread(house, actor, threadId);
        }),
      );
      for (const one of done)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'thread.claimed' });
      const after = await row();
      expect((after?.claim ?? 0) - (before?.claim ?? 0)).toBe((await changes()) - counted);
    }),
    { numRuns: 15 },
  );
});

describe('assignment', () => {
  test('goes to somebody who works on the channel, and to nobody', async () => {
    expect(await assignThread(house, anna, threadId, { assigneeId: anna.personId })).toMatchObject({
      assigneeId: anna.personId,
      version: 2,
      claim: 1,
    });
    expect(await assignThread(house, anna, threadId, { assigneeId: null })).toMatchObject({
      assigneeId: null,
      claim: 2,
    });
    const outsider = await addTestPerson(house, 'agent', []);
    await expect(assignThread(house, anna, threadId, { assigneeId: outsider })).rejects.toMatchObject({ status: 422 });
    expect(await kinds()).toEqual(['comment.received', 'thread.assigned', 'thread.assigned']);
  });
  test('of two people with the same picture one gets it', async () => {
    const claims = await Promise.allSettled([
      assignThread(house, anna, threadId, { assigneeId: anna.personId, version: 1 }),
      assignThread(house, ben, threadId, { assigneeId: ben.personId, version: 1 }),
    ]);
    expect(claims.map((c) => c.status)).toEqual(['fulfilled', 'rejected']);
    expect(claims[1]).toMatchObject({ reason: { code: 'conflict.version', status: 409 } });
  });
  test('a foreign thread is not there', async () => {
    await expect(assignThread(house, stranger(), threadId, { assigneeId: null })).rejects.toMatchObject({
      status: 404,
    });
  });
});
