import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredView = Db['tables']['views']['$inferSelect'];
/** A person, or null for the team. */
export type Owner = string | null;

const ownedBy = (db: Db, owner: Owner) => {
  const { views } = db.tables;
  return owner === null ? isNull(views.personId) : eq(views.personId, owner);
};

/** The views that a person sees: their own and the team's. */
export function viewsFor(db: Db, personId: string): Promise<StoredView[]> {
  const { views } = db.tables;
  return db
    .select()
    .from(views)
    .where(or(ownedBy(db, personId), ownedBy(db, null)))
    .orderBy(asc(views.position), asc(views.id));
}

export function viewsOf(db: Db, owner: Owner): Promise<StoredView[]> {
  const { views } = db.tables;
  return db.select().from(views).where(ownedBy(db, owner)).orderBy(asc(views.position), asc(views.id));
}

export async function insertView(tx: Db, view: StoredView): Promise<void> {
  await tx.insert(tx.tables.views).values(view);
}

export async function saveViewRow(tx: Db, { id, name, query, personId, position }: StoredView): Promise<void> {
  const { views } = tx.tables;
  await tx.update(views).set({ name, query, personId, position }).where(eq(views.id, id));
}

export async function deleteView(tx: Db, owner: Owner, id: string): Promise<boolean> {
  const { views } = tx.tables;
  const gone = await tx
    .delete(views)
    .where(and(eq(views.id, id), ownedBy(tx, owner)))
    .returning({ id: views.id });
  return gone.length > 0;
}
