import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredSnippet = Db['tables']['snippets']['$inferSelect'];

/** By name: those for all channels, and those of channels that the actor sees. */
export function visibleSnippets(db: Db, { channels }: Actor): Promise<StoredSnippet[]> {
  const { snippets } = db.tables;
  const seen =
    channels === 'all' ? undefined : or(isNull(snippets.channelId), inArray(snippets.channelId, [...channels]));
  return db.select().from(snippets).where(seen).orderBy(asc(snippets.folded), asc(snippets.id));
}

export async function snippetById(db: Db, id: string): Promise<StoredSnippet | null> {
  const { snippets } = db.tables;
  const [row] = await db.select().from(snippets).where(eq(snippets.id, id));
  return row ?? null;
}

/** Is there another one of that name for the same language and channel? */
export async function isNameTaken(
  db: Db,
  { id, folded, language, channelId }: Pick<StoredSnippet, 'id' | 'folded' | 'language' | 'channelId'>,
): Promise<boolean> {
  const { snippets } = db.tables;
  const same = channelId === null ? isNull(snippets.channelId) : eq(snippets.channelId, channelId);
  const rows = await db
    .select({ id: snippets.id })
    .from(snippets)
    .where(and(eq(snippets.folded, folded), eq(snippets.language, language), same, ne(snippets.id, id)))
    .limit(1);
  return rows.length > 0;
}

export async function insertSnippet(tx: Db, row: StoredSnippet): Promise<void> {
  await tx.insert(tx.tables.snippets).values(row);
}

/** Compare-and-set on the version that was seen; null when it is another one. */
export async function saveSnippet(tx: Db, row: StoredSnippet, seen: number): Promise<StoredSnippet | null> {
  const { snippets } = tx.tables;
  const { id, ...columns } = row;
  const [saved] = await tx
    .update(snippets)
    .set({ ...columns, version: seen + 1 })
    .where(and(eq(snippets.id, id), eq(snippets.version, seen)))
    .returning();
  return saved ?? null;
}

export async function deleteSnippet(tx: Db, id: string): Promise<void> {
  const { snippets } = tx.tables;
  await tx.delete(snippets).where(eq(snippets.id, id));
}
