// What colleagues tell each other about a thread, and whom they call for it.
import type { Note } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { concludeDraft } from '../drafts/versions.ts';
import { notFound, problem } from '../http/problem.ts';
import { belongTo, insertMentions, insertNote, notesOfThread } from '../threads/detail.queries.ts';
import { changeThreads } from '../threads/steps.queries.ts';
import type { House } from './house.ts';
import { about, onThread } from './on-threads.ts';

export interface NewNote {
  readonly body: string;
  /** Colleagues whom it is meant for; all of them have to belong to the channel. */
  readonly mentions?: readonly string[] | undefined;
}

export async function addNote(house: House, actor: Actor, threadId: string, note: NewNote): Promise<Note> {
  const id = house.newId();
  const mentions = [...new Set(note.mentions)];
  await onThread(house, actor, threadId, async (tx, rows) => {
    const channelId = rows[0]?.thread.channelId ?? '';
    if (!(await belongTo(tx, mentions, channelId))) throw problem('input.invalid', 422);
    const createdAt = house.clock.now();
    await insertNote(tx, { id, threadId, personId: actor.personId, body: note.body, createdAt });
    await concludeDraft(tx, house.newId, { threadId, personId: actor.personId, kind: 'note' }, note.body);
    await insertMentions(
      tx,
      mentions.map((personId) => ({ id: house.newId(), noteId: id, threadId, personId, createdAt })),
    );
    await changeThreads(tx, [threadId], {});
    const payload = { noteId: id, mentions };
    const change = { before: null, after: { text: house.vault.mark(note.body) } };
    const facts = rows.map((row) => ({ kind: 'note.added', ...about(actor, row), payload, change }) as const);
    return { done: [threadId], refused: [], facts, undo: [] };
  });
  const written = (await notesOfThread(house.database.reader, threadId)).find((one) => one.id === id);
  if (!written) throw notFound();
  return { ...written, createdAt: written.createdAt.toISOString() };
}
