// What a change makes of the house's promises, as values: for a preview as for the change itself.
import type { CalendarTerms, DeadlineChange, PolicyTerms } from '@stammgast/shared/contract/sla';
import type { NewId } from '../config/ids.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import type { DrawnCalendar } from './draw-calendar.ts';
import {
  deleteCalendar,
  deletePolicy,
  insertCalendar,
  insertPolicies,
  type StoredCalendar,
  type StoredPolicy,
  saveCalendar,
  savePolicy,
} from './promises.queries.ts';
import type { Promises } from './promises.ts';

export interface Given {
  /** Of a change with a calendar: it with its special days. */
  readonly drawn: DrawnCalendar | null;
  readonly newId: NewId;
  readonly now: Date;
}

/** Throws a problem where the change is not possible. Whether its channels exist is for the caller to say. */
export function afterChange(promises: Promises, change: DeadlineChange, given: Given): Promises {
  switch (change.does) {
    case 'add-policy':
    case 'change-policy':
    case 'remove-policy':
    case 'order-policies':
      return { ...promises, policies: policiesAfter(promises.policies, change, given.newId) };
    default:
      return { ...promises, calendars: calendarsAfter(promises.calendars, change, given) };
  }
}

type PolicyChange = Extract<DeadlineChange, { does: `${string}-policy` | 'order-policies' }>;
type CalendarChange = Exclude<DeadlineChange, PolicyChange>;

function policiesAfter(policies: readonly StoredPolicy[], change: PolicyChange, newId: NewId): StoredPolicy[] {
  const others = policies.filter((policy) => !policy.isDefault);
  const rest = policies.filter((policy) => policy.isDefault);
  switch (change.does) {
    case 'add-policy': {
      refuseTerms(change.policy, false);
      const position = Math.max(0, ...others.map((policy) => policy.position)) + 1;
      return [...others, { ...change.policy, id: newId(), position, version: 1, isDefault: false }, ...rest];
    }
    case 'change-policy': {
      const changed = found(policies, change.policyId);
      refuseTerms(change.policy, changed.isDefault);
      const next = { ...changed, ...change.policy, version: changed.version + 1 };
      return policies.map((policy) => (policy === changed ? next : policy));
    }
    case 'remove-policy': {
      const removed = found(policies, change.policyId);
      if (removed.isDefault) throw problem('sla.policy_default', 409);
      return policies.filter((policy) => policy !== removed);
    }
    case 'order-policies': {
      const ordered = change.policyIds.map((id) => found(others, id));
      if (new Set(ordered).size !== others.length || ordered.length !== others.length) throw invalid('policyIds');
      return [...ordered.map((policy, index) => ({ ...policy, position: index + 1 })), ...rest];
    }
  }
}

const conditions = ['channelId', 'sentiment', 'urgency', 'author', 'tag', 'language'] as const;

/** The default is for everything; any other policy has to say what it is for, or those after it would never be tried. */
function refuseTerms(policy: PolicyTerms, isDefault: boolean): void {
  const general = conditions.every((condition) => policy[condition] === null);
  if (isDefault && !general) throw problem('sla.policy_default', 409);
  if (!isDefault && general) throw invalid('policy.sentiment');
}

function calendarsAfter(
  calendars: readonly StoredCalendar[],
  change: CalendarChange,
  { drawn, newId, now }: Given,
): StoredCalendar[] {
  if (change.does === 'remove-calendar') {
    const removed = found(calendars, change.calendarId);
    if (removed.isDefault) throw problem('sla.calendar_default', 409);
    return calendars.filter((calendar) => calendar !== removed);
  }
  if (!drawn) throw new Error('a calendar has to be drawn');
  const version = { terms: change.calendar, ...drawn, calendarId: newId() };
  if (change.does === 'add-calendar') {
    const added = { ...version, id: newId(), isDefault: false, version: 1, createdAt: now };
    return [...withoutChannels(calendars, change.calendar.channelIds), added];
  }
  const changed = found(calendars, change.calendarId);
  const terms = changed.isDefault ? { ...change.calendar, channelIds: [] } : change.calendar;
  const next = { ...changed, ...version, terms, version: changed.version + 1 };
  return calendars.map((calendar) =>
    calendar === changed ? next : (withoutChannels([calendar], terms.channelIds)[0] ?? calendar),
  );
}

/** A channel has one calendar. */
const withoutChannels = (calendars: readonly StoredCalendar[], channelIds: CalendarTerms['channelIds']) =>
  calendars.map((calendar) => {
    const kept = calendar.terms.channelIds.filter((id) => !channelIds.includes(id));
    if (kept.length === calendar.terms.channelIds.length) return calendar;
    return { ...calendar, terms: { ...calendar.terms, channelIds: kept } };
  });

/** Writes what differs. */
export async function writePromises(tx: Db, before: Promises, after: Promises, now: Date): Promise<void> {
  const policies = new Map(before.policies.map((policy) => [policy.id, policy]));
  for (const policy of after.policies) {
    const known = policies.get(policy.id);
    if (!known) await insertPolicies(tx, [policy]);
    else if (known !== policy) await savePolicy(tx, policy);
    policies.delete(policy.id);
  }
  for (const id of policies.keys()) await deletePolicy(tx, id);
  const calendars = new Map(before.calendars.map((calendar) => [calendar.id, calendar]));
  for (const calendar of after.calendars) {
    const known = calendars.get(calendar.id);
    if (!known) await insertCalendar(tx, calendar);
    else if (known !== calendar) await saveCalendar(tx, known, calendar, now);
    calendars.delete(calendar.id);
  }
  for (const id of calendars.keys()) await deleteCalendar(tx, id);
}

function found<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((each) => each.id === id);
  if (!row) throw notFound();
  return row;
}

export const invalid = (path: string) =>
  new ProblemError('input.invalid', 400, { fields: [{ path: `body.change.${path}`, code: 'custom' }] });
