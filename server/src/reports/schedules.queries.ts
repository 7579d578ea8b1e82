import { asc, eq, isNotNull } from 'drizzle-orm';
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

export async function insertSchedule(tx: Db, schedule: StoredSchedule): Promise<void> {
  await tx.insert(tx.tables.reportSchedules).values(schedule);
}

export async function updateSchedule(tx: Db, id: string, changes: Partial<StoredSchedule>): Promise<void> {
  const { reportSchedules } = tx.tables;
  await tx.update(reportSchedules).set(changes).where(eq(reportSchedules.id, id));
}

export async function deleteSchedule(tx: Db, id: string): Promise<void> {
  const { reportSchedules } = tx.tables;
  await tx.delete(reportSchedules).where(eq(reportSchedules.id, id));
}

/** The channels of each team, also those that are gone. */
export async function channelsByTeam(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const { channels } = db.tables;
  const { id, teamId } = channels;
  const rows = await db.select({ id, teamId }).from(channels).where(isNotNull(teamId));
  const teams = Map.groupBy(rows, (row) => row.teamId ?? '');
  return new Map([...teams].map(([team, own]) => [team, own.map((row) => row.id)]));
}

/** People with the channels they belong to, as they are now. */
export async function readersAmong(db: Db) {
  const { people, memberships } = db.tables;
  const { id, name, email, role, active } = people;
  const rows = await db
    .select({ id, name, email, role, active, channelId: memberships.channelId })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.active, true));
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { role, ...person } = first;
    const own = [first, ...more].flatMap(({ channelId }) => channelId ?? []);
    const actor = { personId: person.id, role, channels: role === 'admin' ? ('all' as const) : own };
    return [{ id: person.id, name: person.name, email: person.email, actor }];
  });
}
export type Reader = Awaited<ReturnType<typeof readersAmong>>[number];
