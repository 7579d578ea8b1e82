// From the text of a search to what the database is asked: read it, find whom its names mean, know when a day begins.
import { type Actor, mayEver } from '@stammgast/shared/domain/permissions';
import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { type Search, termsOf } from '@stammgast/shared/domain/search/search';
import type { SearchError } from '@stammgast/shared/domain/search/search-error';
import { dayNumber, instantOf } from '@stammgast/shared/domain/time-words/local-time';
import { type ProblemError, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { namesAmong, namesUnknownChannel, readNames, unknownName } from '../threads/names.queries.ts';
import { type Weighed, weighWords } from '../threads/queue.queries.ts';
import { wantedBy } from '../threads/search.queries.ts';
import type { House } from './house.ts';

type Understood = { readonly wanted: Weighed; readonly error: null } | { readonly error: SearchError };

/**
 * All at once, so that lists of names are read once; what cannot be understood is told in its place. `paged`: for pages,
 * not for counts.
 */
export async function understandSearches(
  house: House,
  actor: Actor,
  texts: readonly string[],
  paged: boolean,
): Promise<readonly Understood[]> {
  const db = house.database.reader;
  const parsed = texts.map(parseSearch);
  const searches = parsed.flatMap(({ search }) => search ?? []);
  const known = await readNames(db, actor, searches);
  const timeZone = searches.some(namesDays) ? ((await readSetting(db, 'house'))?.timeZone ?? 'UTC') : 'UTC';
  const asked = {
    db,
    actor,
    paged,
    now: house.clock.now(),
    names: namesAmong(known),
    startOf: (day: string, { days = 0, hours = 0 } = {}) => instantOf(dayNumber(day) + days, hours * 60, timeZone),
  };
  return Promise.all(
    parsed.map(async ({ search, error }) => {
      if (error) return { error };
      const refused = refusedQuality(actor, search) ?? unknownName(known, search);
      if (refused) return { error: { ...refused, at: 0, length: 0 } };
      return { wanted: await weighWords(db, wantedBy(asked, search)), error: null };
    }),
  );
}

/** Scores are for reviewers, and never for counting a person's: that would be the ranking that nobody gets. */
function refusedQuality({ role }: Actor, { where }: Search): Omit<SearchError, 'at' | 'length'> | null {
  const keys = termsOf(where).map(({ key }) => key);
  if (!keys.includes('quality')) return null;
  if (!mayEver(role, 'review.write')) return { code: 'key.forbidden', typed: 'quality' };
  return keys.includes('assignee') ? { code: 'key.person', typed: 'assignee' } : null;
}

/** Which of these texts name only channels that the actor may see. */
export async function namesOwnChannels(db: Db, actor: Actor, texts: readonly string[]): Promise<boolean[]> {
  const parsed = texts.map((text) => parseSearch(text).search);
  const known = await readNames(
    db,
    actor,
    parsed.flatMap((search) => search ?? []),
  );
  return parsed.map((search) => search !== null && !namesUnknownChannel(known, search));
}

export async function understandSearch(house: House, actor: Actor, text: string): Promise<Weighed> {
  const [understood] = await understandSearches(house, actor, [text], true);
  if (!understood || understood.error) throw invalidSearch(understood?.error ?? null);
  return understood.wanted;
}

/** 400 with everything that helps to mend the text. */
function invalidSearch(error: SearchError | null): ProblemError {
  if (!error) return problem('search.invalid', 400);
  const { code, at, length, typed, nearest } = error;
  const context = { code, at: String(at), length: String(length), typed };
  return problem('search.invalid', 400, nearest === undefined ? context : { ...context, nearest });
}

const namesDays = (search: Search): boolean => /"(created|answered)"/.test(JSON.stringify(search.where));
