// An answer that does not go out after all: its text is its writer's draft again.
import { newId } from '../config/ids.ts';
import { changeDraft, findDraft, insertDraft } from '../drafts/drafts.queries.ts';
import { keepVersion } from '../drafts/versions.ts';
import { countSpokenSince } from '../replies/answerable.queries.ts';
import type { ReplyRow } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { threadsById } from '../threads/threads.queries.ts';

export async function giveBackDraft(tx: Db, reply: ReplyRow, now: Date): Promise<void> {
  const { threadId, personId, commentId, body } = reply;
  const key = { threadId, personId, kind: 'answer' as const };
  const [thread] = await threadsById(tx, [threadId]);
  const said = (thread?.said ?? 0) - (await countSpokenSince(tx, threadId, reply.createdAt));
  const before = await findDraft(tx, key);
  if (!before) {
    const { channelId, snippetId } = reply;
    const anew = { id: newId(), idempotencyKey: newId(), shared: true, commentBody: null, version: 1 };
    await insertDraft(tx, { ...anew, ...key, channelId, commentId, body, said, snippetId, updatedAt: now });
    return;
  }
  await keepVersion(tx, newId, key, before);
  const whole = before.body.trim() === body.trim() ? body : `${body}\n\n${before.body}`;
  const changed = { body: whole, commentId, said: Math.min(said, before.said), updatedAt: now };
  // Sent or saved at this moment: what stands now is the draft to join.
  if (!(await changeDraft(tx, before, changed))) await giveBackDraft(tx, reply, now);
}
