import { type Platform, platforms } from '@stammgast/shared/contract/channels';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { isChannelNamed, isSameName, peopleNamed } from '@stammgast/shared/domain/search/names';
import { nearestOf } from '@stammgast/shared/domain/search/nearest';
import { type Search, type SearchTerm, termsOf } from '@stammgast/shared/domain/search/search';
import type { SearchError } from '@stammgast/shared/domain/search/search-error';
import { and, eq, exists, inArray } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** Whom and what the names of a search mean, among what the actor may see. */
export interface Names {
  readonly channels: (key: string, name: string) => readonly string[];
  readonly people: (name: string) => readonly string[];
  readonly tags: (name: string) => readonly KnownTag[];
}

interface KnownTag {
  readonly id: string;
  /** On so few threads that these are found first. */
  readonly rare: boolean;
}

/** Looking these up one by one takes no longer than walking past those that do not bear a common tag. */
const MOST_RARE = 1000;

interface Known {
  readonly channels: readonly {
    readonly id: string;
    readonly platform: Platform;
    readonly name: string;
    readonly team: string | null;
  }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly tags: readonly (KnownTag & { readonly name: string })[];
}

/** Reads only the lists that the searches need. */
export async function readNames(db: Db, actor: Actor, searches: readonly Search[]): Promise<Known> {
  const terms = searches.flatMap((search) => termsOf(search.where));
  const used = new Set(terms.map(listOf));
  const { channels, people, teams } = db.tables;
  const [knownChannels, knownPeople, knownTags] = await Promise.all([
    used.has('channels')
      ? db
          .select({ id: channels.id, platform: channels.platform, name: channels.name, team: teams.name })
          .from(channels)
          .leftJoin(teams, eq(teams.id, channels.teamId))
      : [],
    used.has('people') ? db.select({ id: people.id, name: people.name }).from(people) : [],
    used.has('tags') ? readTags(db, terms) : [],
  ]);
  return { channels: knownChannels.filter(({ id }) => sees(actor, id)), people: knownPeople, tags: knownTags };
}

/** All that the terms name. */
async function readTags(db: Db, terms: readonly SearchTerm[]): Promise<Known['tags']> {
  const { tags, threadTags } = db.tables;
  const all = await db.select({ id: tags.id, name: tags.name }).from(tags);
  const named = all.filter(({ name }) => terms.some((term) => term.key === 'tag' && isSameName(name, term.value)));
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  const onMany = db.select().from(threadTags).where(eq(threadTags.tagId, tags.id)).limit(1).offset(MOST_RARE);
  const rows = await db
    .select({ id: tags.id })
    .from(tags)
    .where(and(inArray(tags.id, ids), exists(onMany)));
  const common = new Set(rows.map(({ id }) => id));
  return named.map((tag) => ({ ...tag, rare: !common.has(tag.id) }));
}

export function namesAmong(known: Known): Names {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  return {
    channels: (key, name) => ids(known.channels.filter((one) => means(one, key, name))),
    people: (name) => ids(peopleNamed(known.people, name)),
    tags: (name) => known.tags.filter((tag) => isSameName(tag.name, name)),
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
