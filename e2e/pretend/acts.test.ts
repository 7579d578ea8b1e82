// Likes and hiding on a platform that does what it then denies: afterwards the house and the platform say the same.
import type { HideReason } from '@stammgast/shared/domain/moderation';
import { expect, test } from 'vitest';
import type { Connector } from '../../server/src/connectors/connector.ts';
import { likeComment, settleComment } from '../../server/src/flows/act-on-comments.ts';
import { moderateComment } from '../../server/src/flows/moderate-comments.ts';
import { receiveComments } from '../../server/src/flows/receive-comments.ts';
import { createGuardedFetch } from '../../server/src/http/guarded-fetch.ts';
import { addTestPerson, openWorkingHouse } from '../../server/src/testing/cast.ts';
import { createPretendConnector } from './connector.ts';
import { type Faults, honest } from './faults.ts';
import { startPretendPlatform } from './platform.ts';

const lying: Faults = {
  ...honest,
  createsThen500: 0.2,
  createsThenHangs: 0.15,
  hangs: 0.1,
  refuses: 0.1,
  listingFails: 0.3,
};
const GUESTS = 20;

async function openScene(seed: number, faults: Faults) {
  const platform = await startPretendPlatform({ seed, faults, now: () => new Date() });
  const connectors = new Map([['mastodon', createPretendConnector(platform.url, 60) as unknown as Connector]]);
  const house = await openWorkingHouse({ connectors, http: createGuardedFetch() });
  const id = house.newId();
  await house.database.transaction(async (tx) => {
    const row = { id, platform: 'mastodon' as const, name: 'Pretend', settings: {}, allowPrivateAddress: true };
    await tx.insert(tx.tables.channels).values({ ...row, createdAt: house.clock.now() });
  });
  const changes = Array.from({ length: GUESTS }, (_, n) => ({
    kind: 'comment' as const,
    comment: {
      externalId: platform.say('', `guest-${n}`, 'Wann öffnet die Sauna?'),
      parentExternalId: null,
      post: null,
      author: { externalId: `guest-${n}`, name: 'Gast', handle: null, url: null, own: false },
      body: 'Wann öffnet die Sauna?',
      postedAt: house.clock.now(),
      visibility: 'public' as const,
      url: null,
      likes: 7,
      version: null,
    },
  }));
  await receiveComments(house, { id, language: 'de' }, changes, { history: false });
  const personId = await addTestPerson(house, 'agent', [id]);
  const db = house.database.reader;
  return {
    platform,
    house,
    actor: { personId, role: 'agent' as const, channels: [id] },
    comments: () => db.select().from(db.tables.comments),
    async close() {
      await platform.stop();
      await house.database.close();
    },
  };
}
type Scene = Awaited<ReturnType<typeof openScene>>;

/** What was asked may be refused, and its outcome may be unknown; nothing else may happen. */
async function codeOf(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

async function expectTheSame({ comments, platform }: Scene): Promise<number> {
  const all = await comments();
  for (const { externalId, liked, visibility, unsettledAct } of all) {
    const real = platform.standingOf(externalId);
    if (unsettledAct) continue;
    expect([externalId, liked, visibility === 'hidden']).toEqual([externalId, real.liked, real.hidden]);
  }
  return all.filter((comment) => comment.unsettledAct).length;
}

test.each([1, 2])(
  'what is known is true, and what is not known can be settled (seed %i)',
  async (seed) => {
    const scene = await openScene(seed, lying);
    const { house, actor } = scene;
    const reason: HideReason = 'netiquette';
    const outcomes = await Promise.all(
      (await scene.comments()).flatMap(({ id }, n) => [
        n % 2 === 0
          ? codeOf(likeComment(house, actor, id, true))
          : codeOf(moderateComment(house, actor, id, { verdict: 'hide', reason })),
      ]),
    );
    const unknown = await expectTheSame(scene);
    // The run has been as rough as it says.
    const seen = new Set(outcomes);
    expect(['done', 'moderation.unconfirmed'].filter((code) => !seen.has(code))).toEqual([]);
    const known = ['done', 'channel.timeout', 'channel.unexpected_answer', 'moderation.unconfirmed'];
    expect([...seen].filter((code) => !known.includes(code))).toEqual([]);
    expect(outcomes.filter((code) => code === 'moderation.unconfirmed')).toHaveLength(unknown);

    for (let round = 0; round < 20; round += 1) {
      const open = (await scene.comments()).filter((comment) => comment.unsettledAct);
      await Promise.all(open.map(({ id }) => codeOf(settleComment(house, actor, id))));
    }
    expect(await expectTheSame(scene)).toBe(0);
    await scene.close();
  },
  60_000,
);

test('an honest platform is asked once, and its own number of likes is shown', async () => {
  const scene = await openScene(3, honest);
  const [first] = await scene.comments();
  if (!first) throw new Error('nobody said anything');
  const { house, actor, platform } = scene;
  expect(await likeComment(house, actor, first.id, true)).toMatchObject({ liked: true, likes: 8 });
  expect(await likeComment(house, actor, first.id, true)).toMatchObject({ liked: true, likes: 8 });
  expect(platform.standingOf(first.externalId)).toEqual({ hidden: false, liked: true, likes: 8 });
  await scene.close();
});
