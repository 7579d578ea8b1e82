// Leads say which report is sent to whom, each week or month. Everybody gets what they may see themselves.
import type { ReportSchedule, ReportScheduleBody } from '@stammgast/shared/contract/reports';
import { type Actor, mayEver, sees } from '@stammgast/shared/domain/permissions';
import { nextSending } from '@stammgast/shared/domain/reports/schedule';
import { teamById } from '../channels/teams.queries.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { cancel, type NewJob, schedule as scheduleJob } from '../jobs/jobs.queries.ts';
import { zoneOf } from '../reports/report.ts';
import { isChannelGone, isResting, RESTS } from '../reports/resting.ts';
import {
  allSchedules,
  type ChannelPlace,
  channelPlaces,
  deleteSchedules,
  insertSchedules,
  type Reader,
  readersAmong,
  type StoredSchedule,
  scheduleById,
  schedulesLeftBehind,
  updateSchedule,
} from '../reports/schedules.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import type { ScheduledScope } from '../storage/tables/reports.ts';
import type { House } from './house.ts';
import { TEAMS_LOCK } from './manage-teams.ts';

export const SEND_REPORT = 'send-report';
const keyOf = (id: string): string => `${SEND_REPORT}:${id}`;

const sendingJob = (id: string, runAt: Date): NewJob => ({
  kind: SEND_REPORT,
  uniqueKey: keyOf(id),
  lane: SEND_REPORT,
  payload: { scheduleId: id },
  runAt,
});

type Places = readonly ChannelPlace[];

/** With whether it rests; that it did so is nothing to tell once it goes on. */
function present(schedule: StoredSchedule, places: Places, timeZone: string): ReportSchedule {
  const { scope, nextAt, lastSentAt, lastProblem, createdBy: _, createdAt: _at, ...rest } = schedule;
  const rests = isResting(schedule, places, timeZone);
  return {
    ...rest,
    ...scope,
    nextAt: nextAt.toISOString(),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    lastProblem: lastProblem === RESTS && !rests ? null : lastProblem,
    rests,
    isOver: rests && isChannelGone(scope, places),
  };
}

/** One about a channel or a team that is none of the actor's is not theirs to see. */
function isFor(actor: Actor, { channel, team }: ScheduledScope, places: Places): boolean {
  if (channel !== undefined && !sees(actor, channel)) return false;
  if (team === undefined || actor.channels === 'all') return true;
  return places.some(({ id, teamId }) => teamId === team && sees(actor, id));
}

/** May they be sent a report of this scope? */
export const mayRead = ({ actor }: Reader, scope: ScheduledScope, places: Places): boolean =>
  mayEver(actor.role, 'report.read') && isFor(actor, scope, places);

export async function listReportSchedules(house: House, actor: Actor) {
  const db = house.database.reader;
  const places = await channelPlaces(db);
  const timeZone = await zoneOf(db);
  const seen = await seenBy(db, actor, await allSchedules(db));
  return {
    schedules: seen.map((schedule) => present(schedule, places, timeZone)),
    mailIsSetUp: (await readSetting(db, 'mail')) !== null,
  };
}

/** Also what rests and they have planned themselves: it is about nobody's channels, and theirs to remove. */
async function seenBy(db: Db, actor: Actor, schedules: readonly StoredSchedule[]) {
  const places = await channelPlaces(db);
  const timeZone = await zoneOf(db);
  return schedules.filter(
    (schedule) =>
      isFor(actor, schedule.scope, places) ||
      (schedule.createdBy === actor.personId && isResting(schedule, places, timeZone)),
  );
}

export async function addReportSchedule(house: House, actor: Actor, body: ReportScheduleBody): Promise<ReportSchedule> {
  return house.database.transaction(async (tx) => {
    const now = house.clock.now();
    const columns = await columnsOf(tx, actor, body, now);
    const more = { id: house.newId(), lastSentAt: null, lastProblem: null, createdBy: actor.personId, createdAt: now };
    const schedule = { ...columns, ...more };
    await insertSchedules(tx, [schedule]);
    return settle(tx, actor, schedule, now);
  });
}

export async function changeReportSchedule(
  house: House,
  actor: Actor,
  id: string,
  body: ReportScheduleBody,
): Promise<ReportSchedule> {
  return house.database.transaction(async (tx) => {
    const now = house.clock.now();
    const before = await ownSchedule(tx, actor, id);
    const columns = { ...(await columnsOf(tx, actor, body, now, before)), lastProblem: null };
    await updateSchedule(tx, id, columns);
    return settle(tx, actor, { ...before, ...columns }, now);
  });
}

export async function removeReportSchedule(house: House, actor: Actor, id: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    const schedule = await ownSchedule(tx, actor, id);
    await withdraw(tx, [id]);
    await tell(tx, actor, schedule, house.clock.now(), 'removed');
  });
}

async function withdraw(tx: Db, ids: readonly string[]): Promise<void> {
  await deleteSchedules(tx, ids);
  await cancel(tx, ...ids.map(keyOf));
}

/**
 * Those whose author, channel or team was deleted go as well. What people still get about what is still there becomes
 * the schedule of the one who deletes, when they stay. Returns how many went, and what is to be told.
 */
export async function withdrawLeftBehind(tx: Db, by: string | null) {
  const left = await schedulesLeftBehind(tx);
  const heir = (await readersAmong(tx)).find(({ id }) => id === by)?.actor ?? null;
  const kept = left.flatMap((one) => (heir && !one.isPointless ? { ...one.schedule, createdBy: heir.personId } : []));
  const keptIds = new Set(kept.map(({ id }) => id));
  const gone = left.map(({ schedule }) => schedule).filter(({ id }) => !keptIds.has(id));
  await deleteSchedules(tx, [...keptIds]);
  await insertSchedules(tx, kept);
  await withdraw(
    tx,
    gone.map(({ id }) => id),
  );
  const facts = [
    ...kept.map((schedule) => factOf(heir, schedule, 'set')),
    // What they were about may be gone, and is not named any more.
    ...gone.map((schedule) => factOf(heir, { ...schedule, scope: {} }, 'removed')),
  ];
  return { gone: gone.length, facts };
}

async function ownSchedule(tx: Db, actor: Actor, id: string): Promise<StoredSchedule> {
  const schedule = await scheduleById(tx, id);
  const [own] = schedule ? await seenBy(tx, actor, [schedule]) : [];
  if (!own) throw notFound();
  return own;
}

/**
 * Whoever was a recipient and may not read it any more is one no longer: forms do not even show them. One that is due and
 * could not be sent yet is still due.
 */
async function columnsOf(
  tx: Db,
  actor: Actor,
  body: ReportScheduleBody,
  now: Date,
  before: StoredSchedule | null = null,
) {
  const { name, cadence, recipients: wanted, evenEmpty, ...scope } = body;
  // Neither who plans a report nor what it is about goes meanwhile.
  await tx.dialect.lock(tx, TEAMS_LOCK);
  const places = await channelPlaces(tx);
  if (scope.team !== undefined && !(await teamById(tx, scope.team))) throw notFound();
  if (scope.channel !== undefined && !places.some(({ id }) => id === scope.channel)) throw notFound();
  const people = await readersAmong(tx);
  if (!isFor(actor, scope, places) || !people.some(({ id }) => id === actor.personId)) throw notFound();
  const readers = new Set(people.filter((one) => mayRead(one, scope, places)).map(({ id }) => id));
  const had = new Set(before?.recipients.map(({ personId }) => personId));
  const recipients = wanted.filter(({ personId }) => readers.has(personId) || !had.has(personId));
  if (recipients.length === 0 || !recipients.every(({ personId }) => readers.has(personId)))
    throw problem('report.not_for_them', 422);
  const nextAt = before?.cadence === cadence ? before.nextAt : nextSending(cadence, now, await zoneOf(tx));
  return { name, cadence, recipients, evenEmpty, scope, nextAt };
}

async function settle(tx: Db, actor: Actor, schedule: StoredSchedule, now: Date): Promise<ReportSchedule> {
  await scheduleJob(tx, sendingJob(schedule.id, schedule.nextAt));
  await tell(tx, actor, schedule, now, 'set');
  return present(schedule, await channelPlaces(tx), await zoneOf(tx));
}

const tell = (tx: Db, actor: Actor, schedule: StoredSchedule, now: Date, what: 'set' | 'removed') =>
  record(tx, now, [factOf(actor, schedule, what)]);

type Told = Omit<StoredSchedule, 'scope'> & { readonly scope: Partial<ScheduledScope> };

const factOf = (
  actor: Actor | null,
  { id, name, scope, cadence, recipients }: Told,
  what: 'set' | 'removed',
): NewFact => ({
  ...{ kind: 'report.scheduled', channelId: scope.channel ?? null, personId: actor?.personId ?? null },
  payload: { scheduleId: id, what, name, cadence, ...scope, recipients: recipients.map((one) => one.personId) },
});
