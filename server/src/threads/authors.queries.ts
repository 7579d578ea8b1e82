import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type AccountRecord = Awaited<ReturnType<typeof accountsBy>>[number];

const visible = (db: Db, { channels }: Actor): SQL | undefined =>
  channels === 'all' ? undefined : inArray(db.tables.authors.channelId, [...channels]);

function accountsBy(db: Db, actor: Actor, condition: SQL | undefined, limit: number) {
  const { authors, channels } = db.tables;
  return db
    .select({
      author: { id: authors.id, name: authors.name, handle: authors.handle, url: authors.url, own: authors.own },
      externalId: authors.externalId,
      personKey: authors.personKey,
      channelId: authors.channelId,
      channelName: channels.name,
      platform: channels.platform,
    })
    .from(authors)
    .innerJoin(channels, eq(channels.id, authors.channelId))
    .where(and(condition, visible(db, actor)))
    .orderBy(asc(authors.name), asc(authors.id))
    .limit(limit);
}

export async function accountById(db: Db, actor: Actor, authorId: string): Promise<AccountRecord | null> {
  const [row] = await accountsBy(db, actor, eq(db.tables.authors.id, authorId), 1);
  return row ?? null;
}

const MOST = 20;

/** The other accounts of a person that the actor may see. */
export async function accountsOfPerson(
  db: Db,
  actor: Actor,
  { author, personKey }: AccountRecord,
): Promise<AccountRecord[]> {
  const { authors } = db.tables;
  if (!personKey) return [];
  return accountsBy(db, actor, and(eq(authors.personKey, personKey), ne(authors.id, author.id)), MOST);
}

/** Accounts of others with the same handle, written with or without @ and in capitals or not. */
export async function accountsByHandle(db: Db, actor: Actor, { author }: AccountRecord): Promise<AccountRecord[]> {
  const { authors } = db.tables;
  const bare = author.handle?.replace(/^@/, '') ?? '';
  if (bare === '') return [];
  const written = [...new Set([bare, bare.toLowerCase()])].flatMap((handle) => [handle, `@${handle}`]);
  const same = and(inArray(authors.handle, written), ne(authors.id, author.id), eq(authors.own, false));
  return accountsBy(db, actor, same, MOST);
}

export async function accountsByText(db: Db, actor: Actor, text: string): Promise<AccountRecord[]> {
  const { authors } = db.tables;
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const like = (column: typeof authors.name | typeof authors.handle) =>
    sql`lower(${column}) LIKE ${pattern} ESCAPE '\\'`;
  return accountsBy(db, actor, and(or(like(authors.name), like(authors.handle)), eq(authors.own, false)), MOST);
}

/** All accounts of one person or another are one person's from now on. */
export async function joinPeople(tx: Db, ids: readonly string[], keys: readonly string[], key: string): Promise<void> {
  const { authors } = tx.tables;
  const others = keys.length > 0 ? inArray(authors.personKey, [...keys]) : undefined;
  await tx
    .update(authors)
    .set({ personKey: key })
    .where(or(inArray(authors.id, [...ids]), others));
}

/** The account stands for itself again. One that is left alone does too: nothing of a link remains. */
export async function leavePerson(tx: Db, authorId: string, key: string): Promise<void> {
  const { authors } = tx.tables;
  await tx.update(authors).set({ personKey: null }).where(eq(authors.id, authorId));
  const left = await tx.select({ id: authors.id }).from(authors).where(eq(authors.personKey, key)).limit(2);
  if (left.length === 1) await tx.update(authors).set({ personKey: null }).where(eq(authors.personKey, key));
}
