// What the house promises: read by everybody, changed by leads. Running clocks keep the promise they were made.
import type { Calendar, SlaPolicy } from '@stammgast/shared/contract/sla';
import { calendarFault } from '@stammgast/shared/domain/business-hours';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import {
  channelExists,
  deletePolicy,
  insertCalendar,
  insertPolicies,
  orderedPolicies,
  type StoredPolicy,
  savePolicy,
} from '../sla/promises.queries.ts';
import { loadPromises } from '../sla/promises.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';

type PolicyTerms = Omit<SlaPolicy, 'id' | 'position' | 'isDefault'>;

export async function readDeadlines(house: House): Promise<{ policies: SlaPolicy[]; calendar: Calendar }> {
  const { policies, calendar } = await loadPromises(house.database.reader);
  if (!calendar) throw notFound();
  return { policies: [...policies], calendar: calendar.calendar };
}

/** Adds a policy as the last one before the default. */
export async function addPolicy(house: House, actor: Actor, terms: PolicyTerms): Promise<SlaPolicy> {
  return onPolicies(house, actor, async (tx, policies) => {
    await refuseTerms(tx, terms, false);
    const position = Math.max(0, ...policies.filter((each) => !each.isDefault).map((each) => each.position)) + 1;
    const policy = { ...terms, id: house.newId(), position, isDefault: false };
    await insertPolicies(tx, [policy]);
    return policy;
  });
}

export async function changePolicy(house: House, actor: Actor, id: string, terms: PolicyTerms): Promise<SlaPolicy> {
  return onPolicies(house, actor, async (tx, policies) => {
    const policy = policies.find((each) => each.id === id);
    if (!policy) throw notFound();
    await refuseTerms(tx, terms, policy.isDefault);
    const changed = { ...policy, ...terms };
    await savePolicy(tx, changed);
    return changed;
  });
}

export async function removePolicy(house: House, actor: Actor, id: string): Promise<void> {
  await onPolicies(house, actor, async (tx, policies) => {
    const policy = policies.find((each) => each.id === id);
    if (!policy) throw notFound();
    if (policy.isDefault) throw problem('sla.policy_default', 409);
    await deletePolicy(tx, id);
  });
}

export async function changeCalendar(house: House, actor: Actor, calendar: Calendar): Promise<Calendar> {
  const fault = calendarFault(calendar);
  if (fault) throw invalid(fault === 'time-zone' ? 'body.timeZone' : 'body.week');
  return onPolicies(house, actor, async (tx) => {
    await insertCalendar(tx, { id: house.newId(), calendar, createdAt: house.clock.now() });
    return calendar;
  });
}

function onPolicies<T>(
  { database, clock }: House,
  actor: Actor,
  work: (tx: Db, policies: readonly StoredPolicy[]) => Promise<T>,
): Promise<T> {
  return database.transaction(async (tx) => {
    const result = await work(tx, await orderedPolicies(tx));
    await record(tx, clock.now(), [{ kind: 'house.changed', personId: actor.personId, payload: { what: 'sla' } }]);
    return result;
  });
}

/** The default is for everything; any other policy has to say what it is for, or those after it would never be tried. */
async function refuseTerms(tx: Db, { channelId, sentiment }: PolicyTerms, isDefault: boolean): Promise<void> {
  const general = channelId === null && sentiment === null;
  if (isDefault && !general) throw problem('sla.policy_default', 409);
  if (!isDefault && general) throw invalid('body.sentiment');
  if (channelId !== null && !(await channelExists(tx, channelId))) throw invalid('body.channelId');
}

const invalid = (path: string) => new ProblemError('input.invalid', 400, { fields: [{ path, code: 'custom' }] });
