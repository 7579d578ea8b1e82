import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredSchedule = Db['tables']['reportSchedules']['$inferSelect'];

export function allSchedules(db: Db): Promise<StoredSchedule[]> {
  const { reportSchedules } = db.tables;
  return db.select().from(reportSchedules).orderBy(asc(reportSchedules.name), asc(reportSchedules.id));
}

export async function scheduleById(db: Db, id: string): Promise<StoredSchedule | null> {
  const { reportSchedules } = db.tables;
  const [row] = await db.select().from(reportSchedules).where(eq(reportSchedules.id, id)).limit(1);
  return row ?? null;
}

export async function insertSchedules(tx: Db, schedules: readonly StoredSchedule[]): Promise<void> {
  if (schedules.length > 0) await tx.insert(tx.tables.reportSchedules).values([...schedules]);
}

export async function updateSchedule(tx: Db, id: string, changes: Partial<StoredSchedule>): Promise<void> {
  const { reportSchedules } = tx.tables;
  await tx.update(reportSchedules).set(changes).where(eq(reportSchedules.id, id));
}

export async function forgetProblems(tx: Db, ids: readonly string[]): Promise<void> {
  const { reportSchedules } = tx.tables;
  await tx
    .update(reportSchedules)
    .set({ lastProblem: null })
    .where(inArray(reportSchedules.id, [...ids]));
}

export async function deleteSchedules(tx: Db, ids: readonly string[]): Promise<void> {
  const { reportSchedules } = tx.tables;
  await tx.delete(reportSchedules).where(inArray(reportSchedules.id, [...ids]));
}

/** All channels, also those that are gone, with the team that they belong to. */
export function channelPlaces(db: Db) {
  const { channels } = db.tables;
  const { id, teamId, removedAt } = channels;
  return db.select({ id, teamId, removedAt }).from(channels);
}
export type ChannelPlace = Awaited<ReturnType<typeof channelPlaces>>[number];

interface LeftBehind {
  /** With the recipients that are left. */
  readonly schedule: StoredSchedule;
  /** Its channel or team is on no record any more, or nobody is left who would get it. */
  readonly isPointless: boolean;
}

/** Schedules whose author, channel or team is on no record any more. */
export async function schedulesLeftBehind(db: Db): Promise<LeftBehind[]> {
  const { people, teams } = db.tables;
  const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const persons = idsOf(await db.select({ id: people.id }).from(people));
  const known = idsOf(await db.select({ id: teams.id }).from(teams));
  const channels = idsOf(await channelPlaces(db));
  const isPointless = ({ recipients, scope: { channel, team } }: StoredSchedule) =>
    recipients.length === 0 ||
    (channel !== undefined && !channels.has(channel)) ||
    (team !== undefined && !known.has(team));
  return (await allSchedules(db))
    .map((one) => ({ ...one, recipients: one.recipients.filter(({ personId }) => persons.has(personId)) }))
    .map((schedule) => ({ schedule, isPointless: isPointless(schedule) }))
    .filter((one) => one.isPointless || !persons.has(one.schedule.createdBy));
}

/** People with the channels they belong to, as they are now. */
export async function readersAmong(db: Db) {
  const { people, memberships } = db.tables;
  const { id, name, email, role, locale } = people;
  const rows = await db
    .select({ id, name, email, role, locale, channelId: memberships.channelId })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.active, true));
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { role, ...person } = first;
    const own = [first, ...more].flatMap(({ channelId }) => channelId ?? []);
    const actor = { personId: person.id, role, channels: role === 'admin' ? ('all' as const) : own };
    return [{ id: person.id, name: person.name, email: person.email, locale: person.locale, actor }];
  });
}
export type Reader = Awaited<ReturnType<typeof readersAmong>>[number];
