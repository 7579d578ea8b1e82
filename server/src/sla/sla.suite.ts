import type { Calendar } from '@stammgast/shared/contract/sla';
import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { insertCalendar, insertPolicies, type StoredPolicy } from './promises.queries.ts';
import { plainCalendar, plainPolicy } from './promises.ts';

/** Ids that tests can read: a1, a2, … */
export function createTestIds(prefix = 'a'): NewId {
  let last = 0;
  return () => `${prefix}${String(++last).padStart(6, '0')}`;
}

const nineToSix = [{ from: 540, to: 1080 }];
export const office: Calendar = {
  timeZone: 'Europe/Berlin',
  week: [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, [], []],
};
export const always: Calendar = { timeZone: 'UTC', week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]) };

/** Opening hours, and one policy for all comments unless others are given. */
export async function promise(
  tx: Db,
  calendar: Calendar,
  policies: readonly Partial<StoredPolicy>[] = [{}],
): Promise<void> {
  await insertCalendar(tx, { ...plainCalendar(createTestIds('c'), 'Haus', calendar, new Date(0)), calendar });
  await addPolicies(
    tx,
    policies.map((policy, index) => ({ isDefault: index === policies.length - 1, ...policy })),
  );
}

export async function addPolicies(tx: Db, policies: readonly Partial<StoredPolicy>[]): Promise<void> {
  await insertPolicies(
    tx,
    policies.map((policy, position) => ({
      ...plainPolicy,
      id: `${policy.name ?? 'Alles'} ${position}`,
      position,
      name: 'Alles',
      firstMinutes: 120,
      nextMinutes: 240,
      resolutionMinutes: 1200,
      isDefault: false,
      ...policy,
    })),
  );
}

export type ThreadSeed = Partial<Db['tables']['threads']['$inferInsert']> & {
  readonly id: string;
  readonly openedAt: Date;
};

/** Threads on the channel `blog` by the author `critic`; the shortest rows that the tables allow. */
export async function seedThreads(tx: Db, seeds: readonly ThreadSeed[]): Promise<void> {
  const { authors, threads } = tx.tables;
  await tx
    .insert(authors)
    .values({ id: 'critic', channelId: 'blog', externalId: 'critic', name: 'Kritikerin' })
    .onConflictDoNothing();
  await tx.insert(threads).values(
    seeds.map((seed) => ({
      channelId: 'blog',
      authorId: 'critic',
      excerpt: 'Das Frühstück war kalt.',
      sentiment: 'negative' as const,
      topics: [],
      lastActivityAt: seed.openedAt,
      queueAt: seed.openedAt,
      ...seed,
    })),
  );
}
