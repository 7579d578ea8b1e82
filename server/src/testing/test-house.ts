import { randomUUID } from 'node:crypto';
import { silentLog } from '../config/log.ts';
import { newId } from '../config/ids.ts';
import type { House } from '../flows/house.ts';
import { ensureDefaults } from '../sla/promises.ts';
import { createTestClock, type TestClock } from './test-clock.ts';
import { openTestDatabase } from './open-test-database.ts';

export interface TestHouse extends House {
  readonly clock: TestClock;
  close(): Promise<void>;
}

/** A house on a fresh database, with a standing clock, deadlines as after the set-up, and no way to the outside. */
export async function openTestHouse(parts: Partial<House> = {}): Promise<TestHouse> {
  const database = await openTestDatabase();
  const clock = createTestClock();
  await database.transaction((tx) => ensureDefaults(tx, 'Europe/Berlin', 'de', newId, clock.now()));
  return {
    database,
    newId,
    log: silentLog,
    http: () => async () => {
      throw new Error('a test may not leave the machine');
    },
    connectors: new Map(),
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
    vault: { seal: (plain) => plain, open: (sealed) => sealed },
    undoSeconds: 10,
    demo: false,
    ...parts,
    clock,
    close: () => database.close(),
  };
}

/** A connected channel of the HTTP API; gives back its id. */
export async function addTestChannel(house: House, more: { platform?: 'api' | 'wordpress' | 'feed' } = {}): Promise<string> {
  const id = randomUUID();
  await house.database.transaction(async (tx) => {
    const { channels } = tx.tables;
    const platform = more.platform ?? 'api';
    await tx.insert(channels).values({ id, platform, name: 'Hausblog', settings: {}, createdAt: house.clock.now() });
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
    await tx.insert(people).values({ id, name: `Anna ${role}`, email: `${id}@example.test`, role, createdAt: house.clock.now() });
    if (channelIds.length === 0) return;
    await tx.insert(memberships).values(channelIds.map((channelId) => ({ id: randomUUID(), personId: id, channelId })));
  });
  return id;
}
