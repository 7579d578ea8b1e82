import { and, asc, eq, inArray, isNotNull, isNull, ne, notInArray } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type TeamRow = Db['tables']['teams']['$inferSelect'];

export function allTeams(db: Db): Promise<TeamRow[]> {
  const { teams } = db.tables;
  return db.select().from(teams).orderBy(asc(teams.folded), asc(teams.id));
}

export async function teamById(db: Db, id: string): Promise<TeamRow | null> {
  const { teams } = db.tables;
  const [row] = await db.select().from(teams).where(eq(teams.id, id));
  return row ?? null;
}

/** Another team bears this name. */
export async function isTeamNameTaken(db: Db, { id, folded }: Pick<TeamRow, 'id' | 'folded'>): Promise<boolean> {
  const { teams } = db.tables;
  const [row] = await db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.folded, folded), ne(teams.id, id)));
  return row !== undefined;
}

/** Connected channels that belong to a team, by name. */
export async function channelsInTeams(db: Db): Promise<{ id: string; teamId: string }[]> {
  const { channels } = db.tables;
  const { id, teamId, name, removedAt } = channels;
  const rows = await db
    .select({ id, teamId })
    .from(channels)
    .where(and(isNull(removedAt), isNotNull(teamId)))
    .orderBy(asc(name), asc(id));
  return rows.flatMap((row) => (row.teamId === null ? [] : [{ id: row.id, teamId: row.teamId }]));
}

export async function insertTeam(tx: Db, row: TeamRow): Promise<void> {
  await tx.insert(tx.tables.teams).values(row);
}

export async function renameTeam(tx: Db, { id, name, folded }: TeamRow): Promise<void> {
  const { teams } = tx.tables;
  await tx.update(teams).set({ name, folded }).where(eq(teams.id, id));
}

/** Of the connected channels these are the team's, and no others. What is gone stays where it was. */
export async function assignChannels(tx: Db, teamId: string, channelIds: readonly string[]): Promise<void> {
  const { channels } = tx.tables;
  const left = and(eq(channels.teamId, teamId), isNull(channels.removedAt), notInArray(channels.id, [...channelIds]));
  await tx.update(channels).set({ teamId: null }).where(left);
  await tx
    .update(channels)
    .set({ teamId })
    .where(inArray(channels.id, [...channelIds]));
}

export async function deleteTeam(tx: Db, id: string): Promise<void> {
  const { channels, teams } = tx.tables;
  await tx.update(channels).set({ teamId: null }).where(eq(channels.teamId, id));
  await tx.delete(teams).where(eq(teams.id, id));
}
