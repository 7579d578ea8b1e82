// 60 public answers through a platform that lies about 40 % of them, by workers that die at any step.
import { expect, test } from 'vitest';
import type { Connector } from '../../server/src/connectors/connector.ts';
import { answerThread } from '../../server/src/flows/answer-thread.ts';
import { retryReply } from '../../server/src/flows/decide-reply.ts';
import type { House } from '../../server/src/flows/house.ts';
import { lookForUnconfirmed } from '../../server/src/flows/look-for-reply.ts';
import { publishReply } from '../../server/src/flows/publish-reply.ts';
import { receiveComments } from '../../server/src/flows/receive-comments.ts';
import { createGuardedFetch } from '../../server/src/http/guarded-fetch.ts';
import { runDue } from '../../server/src/jobs/worker.ts';
import { addTestPerson, openWorkingHouse } from '../../server/src/testing/cast.ts';
import { createTestClock } from '../../server/src/testing/test-clock.ts';
import { createPretendConnector } from './connector.ts';
import { type Faults, honest } from './faults.ts';
import { createMortalHouse } from './mortal-house.ts';
import { startPretendPlatform } from './platform.ts';
import { createRandom } from './random.ts';

const CHANNELS = 4;
const lying: Faults = {
  createsThen500: 0.2,
  createsThenHangs: 0.12,
  hangs: 0.08,
  refuses: 0.1,
  listingFails: 0.1,
  disorder: 0.3,
  listedAfterMs: [5000, 60_000],
  answersAfterMs: [0, 0],
};

async function openScene(seed: number, faults: Faults) {
  const clock = createTestClock();
  const platform = await startPretendPlatform({ seed, faults, now: () => clock.now() });
  const connectors = new Map([['mastodon', createPretendConnector(platform.url, 60) as unknown as Connector]]);
  const http = createGuardedFetch();
  const house = { ...(await openWorkingHouse({ connectors, http })), clock };
  const channelIds = Array.from({ length: CHANNELS }, () => house.newId());
  await house.database.transaction(async (tx) => {
    const row = { platform: 'mastodon' as const, name: 'Pretend', settings: {}, allowPrivateAddress: true };
    const createdAt = clock.now();
    await tx.insert(tx.tables.channels).values(channelIds.map((id) => ({ ...row, id, createdAt })));
  });
  const personId = await addTestPerson(house, 'agent', channelIds);
  const actor = { personId, role: 'agent' as const, channels: channelIds };
  const db = house.database.reader;
  return {
    clock,
    platform,
    house,
    channelIds,
    actor,
    replies: () => db.select().from(db.tables.replies),
    jobs: () => db.select().from(db.tables.jobs),
    comments: () => db.select().from(db.tables.comments),
    async close() {
      await platform.stop();
      await house.database.close();
    },
  };
}
type Scene = Awaited<ReturnType<typeof openScene>>;

async function answerAll(scene: Scene, count: number): Promise<void> {
  const { house, channelIds, clock } = scene;
  for (const id of channelIds) {
    const changes = Array.from({ length: count / channelIds.length }, (_, n) => ({
      kind: 'comment' as const,
      comment: {
        externalId: scene.platform.say('', `guest-${n}`, 'Das Zimmer war kalt.'),
        parentExternalId: null,
        post: null,
        author: { externalId: `guest-${n}`, name: 'Gast', handle: null, url: null, own: false },
        body: 'Das Zimmer war kalt.',
        postedAt: clock.now(),
        visibility: 'public' as const,
        url: null,
        likes: null,
        version: null,
      },
    }));
    await receiveComments(house, { id, language: 'de' }, changes, { history: false });
  }
  for (const comment of await scene.comments()) {
    const answer = { commentId: comment.id, body: `Antwort auf ${comment.externalId}`, resolve: false };
    await answerThread(house, scene.actor, comment.threadId, { ...answer, idempotencyKey: `key-${comment.id}` });
  }
}

const handlersOf = (house: House) => ({
  'publish-reply': publishReply(house),
  'look-for-reply': lookForUnconfirmed(house),
});

/** Workers live and die until nothing is left to do; a person sends again what was not found. */
async function live(scene: Scene, random: () => number, seconds: () => number): Promise<number> {
  let deaths = 0;
  for (let round = 0; round < 400; round += 1) {
    scene.clock.forward(seconds() * 1000);
    const when = (['before', 'during', 'after'] as const)[Math.floor(random() * 3)] ?? 'after';
    const { house, died } = createMortalHouse(scene.house, { step: 1 + Math.floor(random() * 70), when });
    const end = await Promise.race([runDue(house, handlersOf(house)), died]);
    if (end === 'died') deaths += 1;
    for (const reply of await scene.replies()) {
      if (reply.state === 'failed') await retryReply(scene.house, scene.actor, reply.id);
    }
    if ((await scene.replies()).every((reply) => reply.state === 'published')) break;
  }
  return deaths;
}

function postsPerComment(scene: Scene): number[] {
  return [...Map.groupBy(scene.platform.publicAnswers(), (post) => post.parent).values()].map((posts) => posts.length);
}

test.each([1, 2])(
  'nothing is doubled, nothing is lost (seed %i)',
  async (seed) => {
    const scene = await openScene(seed, lying);
    const random = createRandom(seed * 7919);
    await answerAll(scene, 60);
    const deaths = await live(scene, random, () => 1 + random() * 40);

    const replies = await scene.replies();
    expect(replies.map((reply) => reply.state)).toEqual(Array.from({ length: 60 }, () => 'published'));
    expect(postsPerComment(scene)).toEqual(Array.from({ length: 60 }, () => 1));
    expect(new Set(replies.map((reply) => reply.externalId)).size).toBe(60);
    // The run has been as rough as it says.
    expect(deaths).toBeGreaterThan(4);
    expect(scene.platform.counts.lies).toBeGreaterThan(12);
    scene.clock.forward(3_600_000);
    await runDue(scene.house, handlersOf(scene.house));
    expect(scene.platform.publicAnswers()).toHaveLength(60);
    expect(await scene.jobs()).toEqual([]);
    await scene.close();
  },
  60_000,
);

test('this test can see doubles: a platform that hides answers for longer than we wait gets some twice', async () => {
  const scene = await openScene(3, { ...honest, createsThen500: 0.5, listedAfterMs: [600_000, 600_000] });
  const random = createRandom(3);
  await answerAll(scene, 8);
  await live(scene, random, () => 30);
  expect(Math.max(...postsPerComment(scene))).toBeGreaterThan(1);
  await scene.close();
}, 60_000);
