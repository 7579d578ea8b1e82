import { randomUUID } from 'node:crypto';
import { foldedName } from '@stammgast/shared/domain/folded-name';
import { assignChannels, insertTeam } from '../channels/teams.queries.ts';
import type { House } from '../flows/house.ts';
import { ensureDefaults } from '../sla/promises.ts';
import { openTestHouse, type TestHouse } from './open-test-house.ts';

/** A house as after the set-up: with deadlines, and a classifier of two moods that a test can foresee. */
export async function openWorkingHouse(parts: Partial<House> = {}): Promise<TestHouse> {
  const house = await openTestHouse({
    classify: ({ body }) => ({
      language: 'de',
      sentiment: /kalt|schmutzig|nie wieder/i.test(body) ? 'negative' : 'neutral',
      sentimentScore: null,
      confidence: 0.9,
      evidence: [],
      topics: [],
      urgency: 0,
      reasons: [],
      needsAnswer: true,
    }),
    ...parts,
  });
  await house.database.transaction((tx) => ensureDefaults(tx, 'Europe/Berlin', 'de', house.newId, house.clock.now()));
  return house;
}

/** A connected channel of the HTTP API; gives back its id. */
export async function addTestChannel(
  house: House,
  more: { platform?: 'api' | 'wordpress' | 'feed'; name?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await house.database.transaction(async (tx) => {
    const { channels } = tx.tables;
    const platform = more.platform ?? 'api';
    const name = more.name ?? 'Hausblog';
    await tx.insert(channels).values({ id, platform, name, settings: {}, createdAt: house.clock.now() });
  });
  return id;
}

/** A team of these channels, also of ones that are gone; gives back its id. */
export async function addTestTeam(house: House, name: string, channelIds: readonly string[]): Promise<string> {
  const id = randomUUID();
  await house.database.transaction(async (tx) => {
    await insertTeam(tx, { id, name, folded: foldedName(name), demo: false });
    await assignChannels(tx, id, channelIds);
  });
  return id;
}

/** A person with a role, member of the given channels; gives back their id. */
export async function addTestPerson(
  house: House,
  role: 'agent' | 'lead' | 'supervisor' | 'admin',
  channelIds: readonly string[] = [],
): Promise<string> {
  const id = randomUUID();
  await house.database.transaction(async (tx) => {
    const { people, memberships } = tx.tables;
    await tx
      .insert(people)
      .values({ id, name: `Anna ${role}`, email: `${id}@example.test`, role, createdAt: house.clock.now() });
    if (channelIds.length === 0) return;
    await tx.insert(memberships).values(channelIds.map((channelId) => ({ id: randomUUID(), personId: id, channelId })));
  });
  return id;
}
