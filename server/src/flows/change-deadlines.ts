// What the house promises: read by everybody, changed by leads. Running clocks keep their promise, or are promised anew
// when the lead says so.
import type { DeadlineChange, Deadlines, PolicyTerms } from '@stammgast/shared/contract/sla';
import { calendarFault } from '@stammgast/shared/domain/business-hours';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { Region } from '@stammgast/shared/domain/regions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { isPlanned } from '../jobs/jobs.queries.ts';
import { afterChange, type Given, invalid, writePromises } from '../sla/change.ts';
import { drawCalendar } from '../sla/draw-calendar.ts';
import { type Holiday, holidaysOf } from '../sla/holidays.ts';
import { knownChannels, type StoredCalendar, type StoredPolicy } from '../sla/promises.queries.ts';
import { loadPromises, type Promises } from '../sla/promises.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';
import { type Anew, countPromisedAnew, PROMISE_ANEW, planPromiseAnew } from './promise-anew.ts';

export async function readDeadlines({ database }: Pick<House, 'database'>): Promise<Deadlines> {
  return present(await loadPromises(database.reader));
}

/** Public holidays of this year and the next. */
export async function readHolidays({ database, clock }: House, region: Region): Promise<Holiday[]> {
  const year = clock.now().getUTCFullYear();
  const house = await readSetting(database.reader, 'house');
  return holidaysOf(region, [year, year + 1], house?.locale ?? 'de');
}

/** In how many threads that the actor may see clocks run that the change would promise something else; whether in others. */
export async function previewDeadlines(house: House, actor: Actor, change: DeadlineChange): Promise<Anew> {
  const given = await prepare(house, change);
  const db = house.database.reader;
  const after = await nextPromises(db, change, given);
  return countPromisedAnew(db, actor, after.promises, given.now);
}

export async function changeDeadlines(
  house: House,
  actor: Actor,
  change: DeadlineChange,
  running: 'keep' | 'anew',
): Promise<Deadlines> {
  const given = await prepare(house, change);
  return house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'sla');
    // Clocks that are being promised anew follow the change that was meant, not the one after it.
    if (await isPlanned(tx, PROMISE_ANEW)) throw problem('sla.busy', 409);
    const { before, promises } = await nextPromises(tx, change, given);
    await writePromises(tx, before, promises, given.now);
    if (running === 'anew') await planPromiseAnew(tx, given.now, actor.personId);
    const payload = { what: 'sla', does: change.does, running };
    const told = changeOf(namedBy(before, change), namedBy(promises, change));
    await record(tx, given.now, [{ kind: 'house.changed', personId: actor.personId, payload, change: told }]);
    return present(promises);
  });
}

async function prepare({ database, clock, newId }: House, change: DeadlineChange): Promise<Given> {
  const now = clock.now();
  if (!('calendar' in change)) return { drawn: null, newId, now };
  const { timeZone, week, own } = change.calendar;
  const fault = calendarFault({ timeZone, week, days: own });
  if (fault) throw invalid(fault === 'time-zone' ? 'calendar.timeZone' : 'calendar.week');
  const house = await readSetting(database.reader, 'house');
  return { drawn: await drawCalendar(change.calendar, now, house?.locale ?? 'de'), newId, now };
}

async function nextPromises(
  db: Db,
  change: DeadlineChange,
  given: Given,
): Promise<{ before: Promises; promises: Promises }> {
  const before = await loadPromises(db);
  const promises = afterChange(before, change, given);
  const named = channelsOf(change);
  const known = await knownChannels(db, named.ids);
  if (named.ids.some((id) => !known.has(id))) throw invalid(named.path);
  return { before, promises };
}

function channelsOf(change: DeadlineChange): { ids: readonly string[]; path: string } {
  if ('policy' in change)
    return { ids: change.policy.channelId ? [change.policy.channelId] : [], path: 'policy.channelId' };
  return { ids: 'calendar' in change ? change.calendar.channelIds : [], path: 'calendar.channelIds' };
}

/** The policy or calendar that a change is about, as it stands then; what is added is the newest. */
function namedBy({ policies, calendars }: Promises, change: DeadlineChange) {
  if (change.does === 'order-policies') return null;
  if ('policyId' in change) return policyFields(policies.find((policy) => policy.id === change.policyId));
  if ('calendarId' in change) return calendarFields(calendars.find((calendar) => calendar.id === change.calendarId));
  if (change.does === 'add-policy') return policyFields(policies.find((policy) => fits(policy, change.policy)));
  return calendarFields(calendars.find((calendar) => calendar.terms === change.calendar));
}

const fits = (policy: StoredPolicy, terms: PolicyTerms): boolean =>
  policy.version === 1 && policyKeys.every((key) => policy[key] === terms[key]);
const policyKeys = [
  ...(['name', 'channelId', 'sentiment', 'urgency', 'author', 'tag', 'language'] as const),
  ...(['firstMinutes', 'nextMinutes', 'resolutionMinutes'] as const),
];
const policyFields = (policy: StoredPolicy | undefined) =>
  policy ? Object.fromEntries(policyKeys.map((key) => [key, policy[key]])) : null;
const calendarFields = (calendar: StoredCalendar | undefined) =>
  calendar ? { name: calendar.terms.name, timeZone: calendar.terms.timeZone, region: calendar.terms.region } : null;

const present = ({ policies, calendars }: Promises): Deadlines => ({
  policies: [...policies],
  calendars: calendars.map(({ id, terms, version, isDefault }) => ({ id, ...terms, version, isDefault })),
});
