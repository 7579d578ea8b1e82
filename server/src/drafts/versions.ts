import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { type DraftKey, insertVersion, newestVersion, takeDraft } from './drafts.queries.ts';

/** Somebody who comes back after this pause begins a new sitting; what they had before stays to be found. */
const SITTING_MS = 2 * 60_000;

interface Text {
  readonly body: string;
  readonly updatedAt: Date;
}

/** Is the text, before another replaces it, more than a step on the way to that? */
export function isWorthKeeping(before: Text, after: Text): boolean {
  if (before.body.trim() === '' || before.body === after.body) return false;
  const later = after.updatedAt.getTime() - before.updatedAt.getTime() >= SITTING_MS;
  return later || after.body.length < before.body.length / 2;
}

/** Keeps a text among the earlier ones, unless it is empty or the newest of them already. */
export async function keepVersion(tx: Db, newId: NewId, key: DraftKey, { body, updatedAt }: Text): Promise<void> {
  if (body.trim() === '' || (await newestVersion(tx, key)) === body) return;
  const { threadId, personId, kind } = key;
  await insertVersion(tx, { id: newId(), threadId, personId, kind, body, savedAt: updatedAt });
}

/** A text was sent: its draft has done its work. Where another window had other words, these stay to be found. */
export async function concludeDraft(tx: Db, newId: NewId, key: DraftKey, sent: string): Promise<void> {
  const draft = await takeDraft(tx, key);
  if (draft && draft.body.trim() !== sent) await keepVersion(tx, newId, key, draft);
}
