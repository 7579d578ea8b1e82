import type { Calendar, ClockKind } from '@stammgast/shared/contract/sla';
import type { Locale } from '@stammgast/shared/contract/team';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import {
  currentCalendar,
  insertCalendar,
  insertPolicies,
  orderedPolicies,
  type StoredPolicy,
} from './promises.queries.ts';

/** What the house promises today. A value: load it once per transaction, or keep it until 'house.changed'. */
export interface Promises {
  /** First match wins; the default is last. */
  readonly policies: readonly StoredPolicy[];
  /** null before the house was set up: then nothing is promised. */
  readonly calendar: { readonly id: string; readonly calendar: Calendar } | null;
}

export async function loadPromises(db: Db): Promise<Promises> {
  return { policies: await orderedPolicies(db), calendar: await currentCalendar(db) };
}

/** The policy for a comment on a channel; null only before the house was set up. */
export function choosePolicy(
  { policies }: Promises,
  about: { readonly channelId: string; readonly sentiment: Sentiment },
): StoredPolicy | null {
  const matches = (policy: StoredPolicy) =>
    (policy.channelId === null || policy.channelId === about.channelId) &&
    (policy.sentiment === null || policy.sentiment === about.sentiment);
  return policies.find(matches) ?? null;
}

/** Business minutes that a policy promises; null: no promise of this kind. */
export function targetOf(policy: StoredPolicy, kind: ClockKind): number | null {
  if (kind === 'first') return policy.firstMinutes;
  return kind === 'next' ? policy.nextMinutes : policy.resolutionMinutes;
}

const names = {
  de: { negative: 'Negative Kritik', mixed: 'Gemischt', rest: 'Alles andere' },
  en: { negative: 'Negative criticism', mixed: 'Mixed', rest: 'Everything else' },
} as const;
const workday = [{ from: 8 * 60, to: 18 * 60 }];

/** First run: opening hours and suggested promises. Does nothing where there are any. Names are in the house's language. */
export async function ensureDefaults(tx: Db, timeZone: string, locale: Locale, newId: NewId, now: Date): Promise<void> {
  const { policies, calendar } = await loadPromises(tx);
  if (!calendar) {
    const week = [workday, workday, workday, workday, workday, [], []];
    await insertCalendar(tx, { id: newId(), calendar: { timeZone, week }, createdAt: now });
  }
  if (policies.length > 0) return;
  const { negative, mixed, rest } = names[locale];
  const policy = (
    position: number,
    name: string,
    sentiment: Sentiment | null,
    minutes: (number | null)[],
  ): StoredPolicy => ({
    id: newId(),
    position,
    name,
    channelId: null,
    sentiment,
    firstMinutes: minutes[0] ?? null,
    nextMinutes: minutes[1] ?? null,
    resolutionMinutes: minutes[2] ?? null,
    isDefault: sentiment === null,
  });
  await insertPolicies(tx, [
    policy(1, negative, 'negative', [120, 240, 1200]),
    policy(2, mixed, 'mixed', [240, 480]),
    policy(3, rest, null, [480, 480]),
  ]);
}
