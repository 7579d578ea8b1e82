// Texts that are not sent yet: saved while people write, found again on every device, read by colleagues if shared.
import type { Draft, DraftKind, DraftVersion } from '@stammgast/shared/contract/drafts';
import { type Actor, mayOn, sees } from '@stammgast/shared/domain/permissions';
import {
  changeDraft,
  type DraftKey,
  type DraftRow,
  findDraft,
  insertDraft,
  takeDraft,
  versionsOf,
} from '../drafts/drafts.queries.ts';
import { draftsFor } from '../drafts/present.ts';
import { isWorthKeeping, keepVersion } from '../drafts/versions.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { isSentWith } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { commentById } from '../threads/detail.queries.ts';
import type { QueueRecord } from '../threads/queue.queries.ts';
import { onceMoreIfRaced } from './answer-thread.ts';
import type { House } from './house.ts';
import { visibleRow } from './read-threads.ts';

export interface DraftText {
  readonly body: string;
  readonly commentId: string | null;
  readonly shared: boolean;
  readonly said: number;
  readonly idempotencyKey: string;
  readonly snippetId: string | null;
  readonly base: number;
  readonly keep: boolean;
}
type ThreadRecord = QueueRecord['thread'];

export async function listDrafts(house: House, actor: Actor, threadId: string): Promise<Draft[]> {
  const { reader } = house.database;
  const { thread } = await visibleRow(reader, actor, threadId);
  return draftsFor(reader, thread.id, actor.personId);
}

const SHOWN_VERSIONS = 50;

export async function listDraftVersions(house: House, actor: Actor, threadId: string): Promise<DraftVersion[]> {
  const { reader } = house.database;
  const { thread } = await visibleRow(reader, actor, threadId);
  const rows = await versionsOf(reader, thread.id, actor.personId, SHOWN_VERSIONS);
  return rows.map(({ id, kind, body, savedAt }) => ({ id, kind, body, savedAt: savedAt.toISOString() }));
}

export async function saveDraft(
  house: House,
  actor: Actor,
  threadId: string,
  kind: DraftKind,
  text: DraftText,
): Promise<Draft> {
  const saved = await onceMoreIfRaced(house, async (tx) => {
    const thread = await lockedThread(tx, actor, threadId, kind);
    const key = { threadId: thread.id, personId: actor.personId, kind };
    const before = await findDraft(tx, key);
    const refused = (await isSentWith(tx, key.personId, text.idempotencyKey)) || isElsewhere(before, text);
    if (before?.body === text.body && refused) return thread.id;
    if (refused) {
      // Nothing that was written is lost, also where the browser that wrote it is not heard of again.
      await keepVersion(tx, house.newId, key, { body: text.body, updatedAt: house.clock.now() });
      return null;
    }
    await write(house, tx, actor, thread, before, key, text);
    return thread.id;
  });
  if (!saved) throw problem('draft.changed', 409);
  const all = await draftsFor(house.database.reader, saved, actor.personId);
  const own = all.find((draft) => draft.personId === actor.personId && draft.kind === kind);
  if (!own) throw notFound();
  return own;
}

/** Saved by another window since this one looked: another version of the same text, or another text altogether. */
const isElsewhere = (before: DraftRow | null, { base, idempotencyKey }: DraftText): boolean =>
  before !== null && (before.version !== base || before.idempotencyKey !== idempotencyKey);

async function write(
  house: House,
  tx: Db,
  actor: Actor,
  thread: ThreadRecord,
  before: DraftRow | null,
  key: DraftKey,
  { base, keep, ...text }: DraftText,
): Promise<void> {
  const updatedAt = house.clock.now();
  const row = { ...text, ...(await whatWasRead(tx, actor, thread, before, text)), updatedAt };
  if (!before) await insertDraft(tx, { id: house.newId(), ...key, channelId: thread.channelId, ...row, version: 1 });
  else {
    if (keep || isWorthKeeping(before, row)) await keepVersion(tx, house.newId, key, before);
    // Sent or given back at this moment: a second look finds out what has become of it.
    if (!(await changeDraft(tx, before, row))) throw problem('conflict.version', 409);
  }
  // Private writing tells nobody, and typing is not news.
  if ((before?.shared ?? false) !== text.shared) await tell(tx, thread, actor, updatedAt);
}

/** The comment as its answerer has read it: the present text only where they have read the newest of the thread. */
async function whatWasRead(
  tx: Db,
  actor: Actor,
  thread: ThreadRecord,
  before: DraftRow | null,
  { commentId, said }: Pick<DraftText, 'commentId' | 'said'>,
): Promise<Pick<DraftRow, 'commentId' | 'commentBody'>> {
  if (commentId === null) return { commentId, commentBody: null };
  const found = await commentById(tx, commentId);
  if (!found || !sees(actor, found.comment.channelId)) throw problem('input.invalid', 422);
  // Its thread was split while somebody wrote: the text stays here.
  if (found.comment.threadId !== thread.id) return { commentId: null, commentBody: null };
  if (said === thread.said) return { commentId, commentBody: found.comment.body };
  return { commentId, commentBody: before?.commentId === commentId ? before.commentBody : null };
}

export async function removeDraft(
  house: House,
  actor: Actor,
  threadId: string,
  kind: DraftKind,
  base: number,
): Promise<void> {
  await house.database.transaction(async (tx) => {
    const thread = await lockedThread(tx, actor, threadId, kind);
    const key = { threadId: thread.id, personId: actor.personId, kind };
    const before = await findDraft(tx, key);
    if (!before) return;
    if (before.version !== base) throw problem('draft.changed', 409);
    await takeDraft(tx, key);
    await keepVersion(tx, house.newId, key, before);
    if (before.shared) await tell(tx, thread, actor, house.clock.now());
  });
}

/** The thread, or what it has become part of; it cannot become part of another one until this transaction ends. */
async function lockedThread(tx: Db, actor: Actor, threadId: string, kind: DraftKind): Promise<ThreadRecord> {
  const seen = await visibleRow(tx, actor, threadId);
  const { channelId } = seen.thread;
  if (kind === 'answer' && !mayOn(actor, 'reply.write', channelId)) throw problem('auth.forbidden', 403);
  await tx.dialect.lock(tx, channelId);
  return (await visibleRow(tx, actor, threadId)).thread;
}

const tell = (tx: Db, { id, channelId }: ThreadRecord, { personId }: Actor, now: Date): Promise<void> =>
  record(tx, now, [{ kind: 'draft.changed', channelId, threadId: id, personId }]);
