import { type Platform, platforms } from '@stammgast/shared/contract/channels';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { isChannelNamed, isSameName, peopleNamed } from '@stammgast/shared/domain/search/names';
import { nearestOf } from '@stammgast/shared/domain/search/nearest';
import { type Search, type SearchTerm, termsOf } from '@stammgast/shared/domain/search/search';
import type { SearchError } from '@stammgast/shared/domain/search/search-error';
import type { Db } from '../storage/database.ts';

/** Whom and what the names of a search mean, among what the actor may see. */
export interface Names {
  readonly channels: (key: string, name: string) => readonly string[];
  readonly people: (name: string) => readonly string[];
  readonly tags: (name: string) => readonly string[];
}

interface Known {
  readonly channels: readonly { readonly id: string; readonly platform: Platform; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

/** Reads only the lists that the searches need. */
export async function readNames(db: Db, actor: Actor, searches: readonly Search[]): Promise<Known> {
  const used = new Set(searches.flatMap((search) => termsOf(search.where)).map(listOf));
  const { channels, people, tags } = db.tables;
  const [knownChannels, knownPeople, knownTags] = await Promise.all([
    used.has('channels')
      ? db.select({ id: channels.id, platform: channels.platform, name: channels.name }).from(channels)
      : [],
    used.has('people') ? db.select({ id: people.id, name: people.name }).from(people) : [],
    used.has('tags') ? db.select({ id: tags.id, name: tags.name }).from(tags) : [],
  ]);
  return { channels: knownChannels.filter(({ id }) => sees(actor, id)), people: knownPeople, tags: knownTags };
}

export function namesAmong(known: Known): Names {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  return {
    channels: (key, name) =>
      ids(known.channels.filter((one) => (key === 'account' ? isSameName(one.name, name) : isChannelNamed(one, name)))),
    people: (name) => ids(peopleNamed(known.people, name)),
    tags: (name) => ids(known.tags.filter((tag) => isSameName(tag.name, name))),
  };
}

/** The first name that means nobody and nothing. A tag that nothing bears yet is no mistake, it finds nothing. */
export function unknownName(known: Known, search: Search): Omit<SearchError, 'at' | 'length'> | null {
  const names = namesAmong(known);
  const term = termsOf(search.where).find((one) => !isKnown(names, one));
  const name = term && nameOf(term);
  if (!term || !name) return null;
  const spellings = (listOf(term) === 'people' ? known.people : known.channels).map((one) => one.name);
  const nearest = nearestOf(term.key === 'channel' ? [...platforms, ...spellings] : spellings, name);
  return { code: 'name.unknown', typed: name, ...(nearest !== undefined && { nearest }) };
}

/** Does the search name a channel that is none, or none of the actor's? */
export const namesUnknownChannel = (known: Known, search: Search): boolean =>
  termsOf(search.where).some((term) => listOf(term) === 'channels' && !isKnown(namesAmong(known), term));

function isKnown(names: Names, term: SearchTerm): boolean {
  const name = nameOf(term);
  if (name === null || term.key === 'tag') return true;
  if (term.key === 'assignee') return names.people(name).length > 0;
  return isPlatform(term.key, name) || names.channels(term.key, name).length > 0;
}

const isPlatform = (key: string, name: string): boolean =>
  key === 'channel' && platforms.some((platform) => isSameName(platform, name));

function listOf(term: SearchTerm): keyof Known | null {
  if (term.key === 'channel' || term.key === 'account') return 'channels';
  if (term.key === 'assignee') return nameOf(term) === null ? null : 'people';
  return term.key === 'tag' ? 'tags' : null;
}

function nameOf(term: SearchTerm): string | null {
  if (term.key === 'assignee') return term.value === 'me' || term.value === 'none' ? null : term.value.slice(1);
  return term.key === 'channel' || term.key === 'account' || term.key === 'tag' ? term.value : null;
}
