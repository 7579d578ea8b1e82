import type { Preferences } from '@stammgast/shared/contract/session';
import { eq, inArray } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { Member } from './recipients.ts';

export type TeamMember = Member & { readonly preferences: Preferences };

/** Everybody who may sign in, with their channels. */
export async function activeTeam(db: Db): Promise<TeamMember[]> {
  const { people, memberships } = db.tables;
  const rows = await db
    .select({
      id: people.id,
      role: people.role,
      preferences: people.preferences,
      channelId: memberships.channelId,
    })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.active, true));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const own = new Set(same.flatMap(({ channelId }) => channelId ?? []));
    const { id, role, preferences } = first;
    const channels = role === 'admin' ? ('all' as const) : own;
    return [{ id, role, preferences, channels, onCall: preferences.notify?.onCall === true }];
  });
}

export async function assigneesOf(db: Db, threadIds: readonly string[]): Promise<Map<string, string | null>> {
  const { threads } = db.tables;
  const rows = await db
    .select({ id: threads.id, assigneeId: threads.assigneeId })
    .from(threads)
    .where(inArray(threads.id, [...threadIds]));
  return new Map(rows.map((row) => [row.id, row.assigneeId]));
}

/** Who wrote these answers, and who asked for these decisions. */
export async function writersOf(
  db: Db,
  replyIds: readonly string[],
  moderationIds: readonly string[],
): Promise<Map<string, string>> {
  const { replies, moderations } = db.tables;
  const written = await db
    .select({ id: replies.id, personId: replies.personId })
    .from(replies)
    .where(inArray(replies.id, [...replyIds]));
  const asked = await db
    .select({ id: moderations.id, personId: moderations.requestedBy })
    .from(moderations)
    .where(inArray(moderations.id, [...moderationIds]));
  return new Map([...written, ...asked].map((row) => [row.id, row.personId]));
}

/** Why answers came back, by the answer's id. */
export async function remarksOn(db: Db, replyIds: readonly string[]): Promise<Map<string, string>> {
  if (replyIds.length === 0) return new Map();
  const { approvals } = db.tables;
  const rows = await db
    .select({ replyId: approvals.replyId, remark: approvals.remark })
    .from(approvals)
    .where(inArray(approvals.replyId, [...replyIds]));
  return new Map(rows.flatMap(({ replyId, remark }) => (remark ? [[replyId, remark] as const] : [])));
}
