import { type Platform, platforms } from '@stammgast/shared/contract/channels';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { isChannelNamed, isSameName, peopleNamed } from '@stammgast/shared/domain/search/names';
import { nearestOf } from '@stammgast/shared/domain/search/nearest';
import { type Search, type SearchTerm, termsOf } from '@stammgast/shared/domain/search/search';
import type { SearchError } from '@stammgast/shared/domain/search/search-error';
import { eq } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** Whom and what the names of a search mean, among what the actor may see. */
export interface Names {
  readonly channels: (key: string, name: string) => readonly string[];
  readonly people: (name: string) => readonly string[];
  readonly tags: (name: string) => readonly string[];
}

interface Known {
  readonly channels: readonly {
    readonly id: string;
    readonly platform: Platform;
    readonly name: string;
    readonly team: string | null;
  }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

/** Reads only the lists that the searches need. */
export async function readNames(db: Db, actor: Actor, searches: readonly Search[]): Promise<Known> {
  const used = new Set(searches.flatMap((search) => termsOf(search.where)).map(listOf));
  const { channels, people, tags, teams } = db.tables;
  const [knownChannels, knownPeople, knownTags] = await Promise.all([
    used.has('channels')
      ? db
          .select({ id: channels.id, platform: channels.platform, name: channels.name, team: teams.name })
          .from(channels)
          .leftJoin(teams, eq(teams.id, channels.teamId))
      : [],
    used.has('people') ? db.select({ id: people.id, name: people.name }).from(people) : [],
    used.has('tags') ? db.select({ id: tags.id, name: tags.name }).from(tags) : [],
  ]);
  return { channels: knownChannels.filter(({ id }) => sees(actor, id)), people: knownPeople, tags: knownTags };
}

export function namesAmong(known: Known): Names {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  return {
    channels: (key, name) => ids(known.channels.filter((one) => means(one, key, name))),
    people: (name) => ids(peopleNamed(known.people, name)),
    tags: (name) => ids(known.tags.filter((tag) => isSameName(tag.name, name))),
  };
}

function means(channel: Known['channels'][number], key: string, name: string): boolean {
  if (key === 'team') return channel.team !== null && isSameName(channel.team, name);
  return key === 'account' ? isSameName(channel.name, name) : isChannelNamed(channel, name);
}

/** The first name that means nobody and nothing. A tag that nothing bears yet is no mistake, it finds nothing. */
export function unknownName(known: Known, search: Search): Omit<SearchError, 'at' | 'length'> | null {
  const names = namesAmong(known);
  const term = termsOf(search.where).find((one) => !isKnown(names, one));
  const name = term && nameOf(term);
  if (!term || !name) return null;
  const spellings = spellingsFor(known, term);
  const nearest = nearestOf(term.key === 'channel' ? [...platforms, ...spellings] : spellings, name);
  return { code: 'name.unknown', typed: name, ...(nearest !== undefined && { nearest }) };
}

function spellingsFor({ people, channels }: Known, term: SearchTerm): string[] {
  if (term.key === 'team') return channels.flatMap(({ team }) => team ?? []);
  return (term.key === 'assignee' ? people : channels).map(({ name }) => name);
}

/** Does the search name a channel or a team that is none, or none of the actor's? */
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

const onChannels: readonly string[] = ['channel', 'account', 'team'];

function listOf(term: SearchTerm): keyof Known | null {
  if (onChannels.includes(term.key)) return 'channels';
  if (term.key === 'assignee') return term.value.startsWith('@') ? 'people' : null;
  return term.key === 'tag' ? 'tags' : null;
}

function nameOf(term: SearchTerm): string | null {
  if (term.key === 'assignee') return term.value === 'me' || term.value === 'none' ? null : term.value.slice(1);
  return listOf(term) === null ? null : String(term.value);
}
