import type { Calendar, ClockKind } from '@stammgast/shared/contract/sla';
import type { Locale } from '@stammgast/shared/contract/team';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import { languageOf, wordsIn } from '@stammgast/shared/domain/locale';
import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import type { StoredAsk } from '../storage/tables/clocks.ts';
import {
  insertCalendar,
  insertPolicies,
  orderedCalendars,
  orderedPolicies,
  type StoredCalendar,
  type StoredPolicy,
} from './promises.queries.ts';

/** What the house promises today. A value: load it once per transaction, or keep it until 'house.changed'. */
export interface Promises {
  /** First match wins; the default is last. */
  readonly policies: readonly StoredPolicy[];
  /** The default first; none before the house was set up: then nothing is promised. */
  readonly calendars: readonly StoredCalendar[];
}

export async function loadPromises(db: Db): Promise<Promises> {
  return { policies: await orderedPolicies(db), calendars: await orderedCalendars(db) };
}

/** What a policy is chosen by. */
export interface About extends StoredAsk {
  readonly channelId: string;
  readonly tags: readonly string[];
}

/** The policy for a comment on a channel; null only before the house was set up. */
export const choosePolicy = ({ policies }: Promises, about: About): StoredPolicy | null =>
  policies.find((policy) => fits(policy, about)) ?? null;

function fits(policy: StoredPolicy, about: About): boolean {
  const same = (['channelId', 'sentiment', 'author', 'language'] as const).every(
    (key) => policy[key] === null || policy[key] === about[key],
  );
  const urgent = policy.urgency === null || about.urgency >= policy.urgency;
  return same && urgent && (policy.tag === null || about.tags.includes(policy.tag));
}

/** The calendar of a channel: its own, or the default one. */
export const calendarFor = ({ calendars }: Promises, channelId: string): StoredCalendar | null =>
  calendars.find((calendar) => calendar.terms.channelIds.includes(channelId)) ?? calendars[0] ?? null;

/** Business minutes that a policy promises; null: no promise of this kind. */
export function targetOf(policy: StoredPolicy, kind: ClockKind): number | null {
  if (kind === 'first') return policy.firstMinutes;
  return kind === 'next' ? policy.nextMinutes : policy.resolutionMinutes;
}

const names = {
  de: { negative: 'Negative Kritik', mixed: 'Gemischt', rest: 'Alles andere', hours: 'Geschäftszeiten' },
  en: { negative: 'Negative criticism', mixed: 'Mixed', rest: 'Everything else', hours: 'Business hours' },
} as const;
const workday = [{ from: 8 * 60, to: 18 * 60 }];

/** A calendar of a house as it is first written; without special days. */
export function plainCalendar(
  newId: NewId,
  name: string,
  { timeZone, week }: Calendar,
  createdAt: Date,
): StoredCalendar {
  const terms = { name, timeZone, week, region: null, worked: [], own: [], channelIds: [] };
  const knownUntil = createdAt.getUTCFullYear();
  const version = 1;
  return {
    id: newId(),
    isDefault: true,
    terms,
    version,
    calendarId: newId(),
    knownUntil,
    createdAt,
    calendar: { timeZone, week },
  };
}

/** No conditions, and nothing promised. */
export const plainPolicy = {
  channelId: null,
  sentiment: null,
  urgency: null,
  author: null,
  tag: null,
  language: null,
  firstMinutes: null,
  nextMinutes: null,
  resolutionMinutes: null,
  version: 1,
} as const;

/** First run: opening hours and suggested promises. Does nothing where there are any. Names are in the house's language. */
export async function ensureDefaults(tx: Db, timeZone: string, locale: Locale, newId: NewId, now: Date): Promise<void> {
  const { policies, calendars } = await loadPromises(tx);
  const { negative, mixed, rest, hours } = wordsIn(locale, names[languageOf(locale)]);
  if (calendars.length === 0) {
    const week = [workday, workday, workday, workday, workday, [], []];
    await insertCalendar(tx, plainCalendar(newId, hours, { timeZone, week }, now));
  }
  if (policies.length > 0) return;
  const policy = (
    position: number,
    name: string,
    sentiment: Sentiment | null,
    minutes: (number | null)[],
  ): StoredPolicy => ({
    ...plainPolicy,
    id: newId(),
    position,
    name,
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
