import type { DraftKind } from '@stammgast/shared/contract/drafts';
import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';

const { placeholder } = sql;

export type DraftRow = Db['tables']['drafts']['$inferSelect'];
export type DraftVersionRow = Db['tables']['draftVersions']['$inferSelect'];
export interface DraftKey {
  readonly threadId: string;
  readonly personId: string;
  readonly kind: DraftKind;
}

const is = ({ drafts }: Db['tables'], { threadId, personId, kind }: DraftKey) =>
  and(eq(drafts.threadId, threadId), eq(drafts.personId, personId), eq(drafts.kind, kind));

/** What a person may read in a thread: the own drafts and the shared ones, with their writers, oldest writer first. */
export function draftsOfThread(db: Db, threadId: string, personId: string) {
  const { drafts, people } = db.tables;
  return db
    .select({ draft: drafts, personName: people.name })
    .from(drafts)
    .innerJoin(people, eq(people.id, drafts.personId))
    .where(and(eq(drafts.threadId, threadId), or(eq(drafts.personId, personId), eq(drafts.shared, true))))
    .orderBy(asc(people.name), asc(drafts.id));
}

export async function findDraft(db: Db, key: DraftKey): Promise<DraftRow | null> {
  const [row] = await db.select().from(db.tables.drafts).where(is(db.tables, key));
  return row ?? null;
}

export async function insertDraft(tx: Db, row: DraftRow): Promise<void> {
  await tx.insert(tx.tables.drafts).values(row);
}

/** Changes a draft as it was read; false when it was changed or has gone since. */
export async function changeDraft(tx: Db, { id, version }: DraftRow, change: Partial<DraftRow>): Promise<boolean> {
  const { drafts } = tx.tables;
  const changed = await tx
    .update(drafts)
    .set({ ...change, version: version + 1 })
    .where(and(eq(drafts.id, id), eq(drafts.version, version)))
    .returning({ id: drafts.id });
  return changed.length > 0;
}

const takeQuery = preparedOnce((tx) => {
  const { drafts } = tx.tables;
  return tx
    .delete(drafts)
    .where(
      and(
        eq(drafts.threadId, placeholder('threadId')),
        eq(drafts.personId, placeholder('personId')),
        eq(drafts.kind, placeholder('kind')),
      ),
    )
    .returning({ body: drafts.body, updatedAt: drafts.updatedAt })
    .prepare('take_draft');
});

/** Removes a draft and gives back its text; null when there was none. Runs with every answer. */
export async function takeDraft(tx: Db, key: DraftKey): Promise<Pick<DraftRow, 'body' | 'updatedAt'> | null> {
  const [row] = await takeQuery(tx).execute({ ...key });
  return row ?? null;
}

export async function insertVersion(tx: Db, row: DraftVersionRow): Promise<void> {
  await tx.insert(tx.tables.draftVersions).values(row);
}

/** Earlier texts of a person in a thread, newest first. */
export function versionsOf(db: Db, threadId: string, personId: string, limit: number): Promise<DraftVersionRow[]> {
  const { draftVersions: v } = db.tables;
  return db
    .select()
    .from(v)
    .where(and(eq(v.threadId, threadId), eq(v.personId, personId)))
    .orderBy(desc(v.savedAt), desc(v.id))
    .limit(limit);
}

export async function newestVersion(db: Db, { threadId, personId, kind }: DraftKey): Promise<string | null> {
  const { draftVersions: v } = db.tables;
  const [row] = await db
    .select({ body: v.body })
    .from(v)
    .where(and(eq(v.threadId, threadId), eq(v.personId, personId), eq(v.kind, kind)))
    .orderBy(desc(v.savedAt), desc(v.id))
    .limit(1);
  return row?.body ?? null;
}

export async function forgetOldVersions(tx: Db, before: Date): Promise<void> {
  await tx.delete(tx.tables.draftVersions).where(lt(tx.tables.draftVersions.savedAt, before));
}
