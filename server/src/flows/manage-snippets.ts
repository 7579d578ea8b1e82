// Texts to begin answers with: read by all who answer, kept by leads.
import type { Snippet, SnippetText } from '@stammgast/shared/contract/snippets';
import { foldedName } from '@stammgast/shared/domain/folded-name';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { type Change, changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import {
  deleteSnippet,
  insertSnippet,
  isNameTaken,
  type StoredSnippet,
  saveSnippet,
  snippetById,
  visibleSnippets,
} from '../snippets/snippets.queries.ts';
import type { Db } from '../storage/database.ts';
import { channelById } from '../threads/detail.queries.ts';
import type { House } from './house.ts';

export async function listSnippets(house: House, actor: Actor): Promise<{ snippets: Snippet[] }> {
  return { snippets: (await visibleSnippets(house.database.reader, actor)).map(present) };
}

export async function addSnippet(house: House, actor: Actor, text: SnippetText): Promise<Snippet> {
  return onSnippets(house, actor, async (tx) => {
    const row = rowOf(house.newId(), text, actor, house.clock.now());
    await refuse(tx, actor, row);
    await insertSnippet(tx, row);
    return { result: present(row), change: changeOf(null, toldOf(house, row)) };
  });
}

export async function changeSnippet(
  house: House,
  actor: Actor,
  id: string,
  { version, ...text }: SnippetText & { version: number },
): Promise<Snippet> {
  return onSnippets(house, actor, async (tx) => {
    const before = await visibleSnippet(tx, actor, id);
    const row = rowOf(id, text, actor, house.clock.now());
    await refuse(tx, actor, row);
    const saved = await saveSnippet(tx, row, version);
    if (!saved) throw problem('conflict.version', 409);
    return { result: present(saved), change: changeOf(toldOf(house, before), toldOf(house, saved)) };
  });
}

export async function removeSnippet(house: House, actor: Actor, id: string): Promise<void> {
  await onSnippets(house, actor, async (tx) => {
    const before = await visibleSnippet(tx, actor, id);
    await deleteSnippet(tx, id);
    return { result: undefined, change: changeOf(toldOf(house, before), null) };
  });
}

/** One at a time, so that a name is given once. */
function onSnippets<T>(
  { database, clock }: House,
  actor: Actor,
  work: (tx: Db) => Promise<{ readonly result: T; readonly change: Change }>,
): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'snippets');
    const { result, change } = await work(tx);
    const about = { personId: actor.personId, payload: { what: 'snippets' }, change };
    await record(tx, clock.now(), [{ kind: 'house.changed', ...about }]);
    return result;
  });
}

/** Whole texts are told by marks: who copies an answer into one may copy a name with it. */
const toldOf = ({ vault }: House, { name, language, channelId, bodySie, bodyDu }: StoredSnippet) => ({
  name,
  language,
  channelId,
  bodySie: bodySie && vault.mark(bodySie),
  bodyDu: bodyDu && vault.mark(bodyDu),
});

const rowOf = (id: string, text: SnippetText, { personId }: Actor, updatedAt: Date): StoredSnippet => ({
  id,
  ...text,
  folded: foldedName(text.name),
  updatedBy: personId,
  updatedAt,
  version: 1,
});

async function refuse(tx: Db, actor: Actor, row: StoredSnippet): Promise<void> {
  const channel = row.channelId === null || (sees(actor, row.channelId) && (await channelById(tx, row.channelId)));
  if (!channel) throw new ProblemError('input.invalid', 422, { fields: [{ path: 'body.channelId', code: 'custom' }] });
  if (await isNameTaken(tx, row)) throw problem('snippet.name_taken', 409);
}

async function visibleSnippet(tx: Db, actor: Actor, id: string): Promise<StoredSnippet> {
  const snippet = await snippetById(tx, id);
  if (!snippet || (snippet.channelId !== null && !sees(actor, snippet.channelId))) throw notFound();
  return snippet;
}

const present = ({ updatedBy: _, updatedAt, ...rest }: StoredSnippet): Snippet => ({
  ...rest,
  updatedAt: updatedAt.toISOString(),
});
