// The team's own words for threads. A tag is made when it is first used, and gone when no thread has it any more.
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { mostTagsOfHouse, mostTagsOfThread } from '@stammgast/shared/contract/work';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { foldTag } from '@stammgast/shared/domain/tags';
import { changeOf } from '../events/change.ts';
import type { Db } from '../storage/database.ts';
import type { QueueRecord } from '../threads/queue.queries.ts';
import {
  countTags,
  deleteThreadTags,
  deleteUnusedTags,
  insertTags,
  insertThreadTags,
  tagsByFolded,
  tagsOfThreads,
  visibleTags,
  writeTagNames,
} from '../threads/tags.queries.ts';
import type { House } from './house.ts';
import { about, onThread, type Refusal, type Step, undoBy } from './on-threads.ts';

export interface TagChange {
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}
interface Tag {
  readonly id: string;
  readonly name: string;
  readonly folded: string;
}
/** What becomes of the tags of one thread. */
interface Tagging {
  readonly row: QueueRecord;
  readonly added: readonly Tag[];
  readonly removed: readonly Tag[];
  readonly had: readonly string[];
  readonly names: readonly string[];
}

/** A word that only threads of foreign channels bear says what is going on there. */
export const listTags = async (house: House, actor: Actor) => ({
  tags: await visibleTags(house.database.reader, actor),
});

export function tagThread(house: House, actor: Actor, threadId: string, change: TagChange): Promise<ThreadRow> {
  return onThread(house, actor, threadId, tag(house, actor, change));
}

export function tag(house: House, actor: Actor, { add = [], remove = [] }: TagChange): Step {
  return async (tx, rows) => {
    // Names belong to the house, not to a channel.
    await tx.dialect.lock(tx, 'tags');
    const wanted = await findOrMake(house, tx, add);
    if (!wanted) return { done: [], refused: rows.map(tooMany(mostTagsOfHouse)), facts: [], undo: [] };
    const had = Map.groupBy(await tagsOfThreads(tx, idsOf(rows)), (one) => one.threadId);
    const gone = new Set(remove.map(foldTag));
    const changes = rows.map((row) => tagging(row, had.get(row.thread.id) ?? [], wanted, gone));
    const able = changes.filter((one) => one.names.length <= mostTagsOfThread || one.added.length === 0);
    const refused = changes.filter((one) => !able.includes(one)).map(({ row }) => tooMany(mostTagsOfThread)(row));
    const changed = able.filter((one) => one.added.length > 0 || one.removed.length > 0);
    await write(house, tx, changed);
    const facts = changed.map(({ row, added, removed, had, names }) => {
      const payload = { added: namesOf(added), removed: namesOf(removed) };
      const change = changeOf({ tags: had }, { tags: names });
      return { kind: 'thread.tagged', ...about(actor, row), payload, change } as const;
    });
    const of = new Map(changed.map((one) => [one.row.thread.id, one]));
    const undo = undoBy(rowsOf(changed), ({ id }) => {
      const one = of.get(id);
      return one ? { kind: 'tag', add: namesOf(one.removed), remove: namesOf(one.added) } : null;
    });
    return { done: idsOf(rowsOf(able)), refused, facts, undo };
  };
}

/** The tags of these names, made where there are none yet; null when the house has no room for them. */
async function findOrMake(house: House, tx: Db, names: readonly string[]): Promise<Tag[] | null> {
  if (names.length === 0) return [];
  const byFolded = new Map(names.map((name) => [foldTag(name), name.replace(/\s+/g, ' ').trim()]));
  const known = await tagsByFolded(tx, [...byFolded.keys()]);
  for (const one of known) byFolded.delete(one.folded);
  if (byFolded.size === 0) return known;
  if ((await countTags(tx)) + byFolded.size > mostTagsOfHouse) return null;
  const createdAt = house.clock.now();
  const fresh = [...byFolded].map(([folded, name]) => ({ id: house.newId(), folded, name, createdAt }));
  await insertTags(tx, fresh);
  return [...known, ...fresh];
}

function tagging(row: QueueRecord, had: readonly Tag[], wanted: readonly Tag[], gone: ReadonlySet<string>): Tagging {
  const has = new Set(had.map((one) => one.id));
  const added = wanted.filter((one) => !has.has(one.id) && !gone.has(one.folded));
  const removed = had.filter((one) => gone.has(one.folded));
  const kept = had.filter((one) => !gone.has(one.folded));
  return { row, added, removed, had: inOrder(had), names: inOrder([...kept, ...added]) };
}

async function write(house: House, tx: Db, changed: readonly Tagging[]): Promise<void> {
  await insertThreadTags(
    tx,
    changed.flatMap(({ row, added }) =>
      added.map((one) => ({ id: house.newId(), threadId: row.thread.id, tagId: one.id })),
    ),
  );
  const removed = new Set(changed.flatMap((one) => one.removed.map((gone) => gone.id)));
  await deleteThreadTags(tx, idsOf(rowsOf(changed)), [...removed]);
  for (const same of Map.groupBy(changed, (one) => JSON.stringify(one.names)).values()) {
    await writeTagNames(tx, idsOf(rowsOf(same)), same[0]?.names ?? []);
  }
  await deleteUnusedTags(tx);
}

const inOrder = (tags: readonly Tag[]) =>
  tags.toSorted((a, b) => (a.folded < b.folded ? -1 : 1)).map((one) => one.name);

const tooMany =
  (limit: number) =>
  ({ thread }: QueueRecord): Refusal => ({
    threadId: thread.id,
    code: 'tag.too_many',
    status: 422,
    context: { limit: String(limit) },
  });
const rowsOf = (changes: readonly Tagging[]) => changes.map(({ row }) => row);
const idsOf = (rows: readonly QueueRecord[]) => rows.map(({ thread }) => thread.id);
const namesOf = (tags: readonly Tag[]) => tags.map(({ name }) => name);
