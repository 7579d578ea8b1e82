// Searches that are kept under a name: by each person for themselves, by leads for the team.
import { mostViews, type SavedView } from '@stammgast/shared/contract/views';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { neutralText } from '@stammgast/shared/domain/search/print';
import { type Change, changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import {
  deleteView,
  insertView,
  type Owner,
  type StoredView,
  saveViewRow,
  viewsFor,
  viewsOf,
} from '../threads/views.queries.ts';
import type { House } from './house.ts';
import { COUNT_LIMIT, countSearches } from './read-threads.ts';
import { namesOwnChannels, understandSearch } from './understand-search.ts';

const present = ({ id, name, query, personId }: StoredView): SavedView => ({
  id,
  name,
  q: query,
  team: personId === null,
});

/** Without those of the team that name channels which are none of the actor's; whoever sees all channels mends also what names none. */
async function visible(db: Db, actor: Actor, views: readonly StoredView[]): Promise<StoredView[]> {
  const texts = views.map((view) => view.query);
  const own = await namesOwnChannels(db, actor, texts);
  const isSeen = (view: StoredView, i: number) => view.createdBy === actor.personId || own[i];
  return views.filter((view, i) => view.personId !== null || actor.channels === 'all' || isSeen(view, i));
}

/** The own ones first: the order in which keys open them. */
async function viewsInOrder(house: House, actor: Actor): Promise<StoredView[]> {
  const db = house.database.reader;
  const all = await visible(db, actor, await viewsFor(db, actor.personId));
  return [...all.filter((view) => view.personId !== null), ...all.filter((view) => view.personId === null)];
}

export async function listViews(house: House, actor: Actor): Promise<{ views: SavedView[] }> {
  return { views: (await viewsInOrder(house, actor)).map(present) };
}

export async function countSavedViews(house: House, actor: Actor) {
  const views = await viewsInOrder(house, actor);
  const texts = views.map((view) => view.query);
  const counts = await countSearches(house, actor, texts);
  return { counts: Object.fromEntries(views.map((view, i) => [view.id, counts[i] ?? null])), limit: COUNT_LIMIT };
}

export async function saveView(house: House, actor: Actor, given: { name: string; q: string }): Promise<SavedView> {
  const query = await neutral(house, actor, given.q);
  return onViews(house, actor, async (tx) => {
    const view = {
      id: house.newId(),
      name: given.name,
      query,
      personId: actor.personId,
      position: await nextPosition(tx, actor.personId),
      createdBy: actor.personId,
      createdAt: house.clock.now(),
    };
    await insertView(tx, view);
    return { result: present(view), change: changeOf(null, toldOf(house, view)) };
  });
}

interface Changes {
  readonly name?: string | undefined;
  readonly q?: string | undefined;
  readonly place?: number | undefined;
}

/** A view of the owner; anybody else's is not there. `place` counts those that the actor sees. */
export async function changeView(
  house: House,
  actor: Actor,
  owner: Owner,
  id: string,
  { name, q, place }: Changes,
): Promise<SavedView> {
  const query = q === undefined ? undefined : await neutral(house, actor, q);
  return onViews(house, actor, async (tx) => {
    const all = await viewsOf(tx, owner);
    const seen = await visible(tx, actor, all);
    const view = seen.find((one) => one.id === id);
    if (!view) throw notFound();
    const changed = { ...view, name: name ?? view.name, query: query ?? view.query };
    const ordered = moved(all, seen, changed, place);
    for (const [position, one] of ordered.entries())
      if (one === changed || one.position !== position) await saveViewRow(tx, { ...one, position });
    return { result: present(changed), change: changeOf(toldOf(house, view), toldOf(house, changed)) };
  });
}

/** `changed` at its place among those that are seen; the others stay in their order. */
function moved(
  all: readonly StoredView[],
  seen: readonly StoredView[],
  changed: StoredView,
  place: number | undefined,
): StoredView[] {
  if (place === undefined) return all.map((one) => (one.id === changed.id ? changed : one));
  const others = all.filter((one) => one.id !== changed.id);
  const next = seen.filter((one) => one.id !== changed.id)[place];
  const at = next ? others.indexOf(next) : others.length;
  return [...others.slice(0, at), changed, ...others.slice(at)];
}

export async function removeView(house: House, actor: Actor, owner: Owner, id: string): Promise<void> {
  await onViews(house, actor, async (tx) => {
    const seen = await visible(tx, actor, await viewsOf(tx, owner));
    const view = seen.find((one) => one.id === id);
    if (!view || !(await deleteView(tx, owner, id))) throw notFound();
    return { result: undefined, change: changeOf(toldOf(house, view), null) };
  });
}

export async function shareView(house: House, actor: Actor, id: string): Promise<SavedView> {
  return onViews(house, actor, async (tx) => {
    const view = (await viewsOf(tx, actor.personId)).find((one) => one.id === id);
    if (!view) throw notFound();
    const shared = { ...view, personId: null, position: await nextPosition(tx, null) };
    await saveViewRow(tx, shared);
    return { result: present(shared), change: changeOf(toldOf(house, view), toldOf(house, shared)) };
  });
}

/** A search may name somebody outside. */
const toldOf = ({ vault }: House, { name, query, personId }: StoredView) => ({
  name,
  query: vault.mark(query),
  team: personId === null,
});

async function nextPosition(tx: Db, owner: Owner): Promise<number> {
  const all = await viewsOf(tx, owner);
  if (all.length >= mostViews) throw problem('view.too_many', 409, { most: String(mostViews) });
  return Math.max(-1, ...all.map((view) => view.position)) + 1;
}

/** What is stored must be readable by everybody, whatever language it was written in. */
async function neutral(house: House, actor: Actor, q: string): Promise<string> {
  await understandSearch(house, actor, q);
  const { search } = parseSearch(q);
  return search ? neutralText(search) : '';
}

/** One at a time, so that nobody gets more than there may be. */
function onViews<T>(
  { database, clock }: House,
  actor: Actor,
  work: (tx: Db) => Promise<{ readonly result: T; readonly change: Change }>,
): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'views');
    const { result, change } = await work(tx);
    const about = { personId: actor.personId, payload: { what: 'views' }, change };
    await record(tx, clock.now(), [{ kind: 'house.changed', ...about }]);
    return result;
  });
}
