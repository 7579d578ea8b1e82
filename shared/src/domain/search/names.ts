import { foldedName } from '../folded-name.ts';
import type { SearchTerm } from './search.ts';

export const isSameName = (a: string, b: string): boolean => foldedName(a) === foldedName(b);

/** `channel` means a platform or one channel by its name. */
export function isChannelNamed(channel: { readonly platform: string; readonly name: string }, value: string): boolean {
  return channel.platform === foldedName(value) || isSameName(channel.name, value);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The end of an id: its first part is the time, which people who were invited together share. */
const codeOf = ({ id }: Named): string => id.slice(-8);

/**
 * The people of this full name; of namesakes the one whose code stands behind it: `@"Lena Berg#3f9c01ab"`. If there are
 * none, all whose name holds these words: `@lena` is Lena Berg.
 */
export function peopleNamed<Person extends Named>(people: readonly Person[], name: string): readonly Person[] {
  const same = people.filter((person) => isSameName(person.name, name));
  if (same.length > 0) return same;
  const [, plain, code] = /^(.+)#([^#]+)$/.exec(name) ?? [];
  if (plain !== undefined && code !== undefined)
    return people.filter((person) => isSameName(person.name, plain) && codeOf(person) === code.toLowerCase());
  const wanted = foldedName(name).split(' ');
  return people.filter((person) => {
    const words = foldedName(person.name).split(' ');
    return wanted.every((word) => words.includes(word));
  });
}

/** A person's name, with what tells them from namesakes where there are any. */
export const nameAmong = (person: Named, all: readonly Named[]): string =>
  all.some(({ id, name }) => id !== person.id && isSameName(name, person.name))
    ? `${person.name}#${codeOf(person)}`
    : person.name;

/** The term that means this person and nobody else. */
export const termOfPerson = (person: Named, all: readonly Named[]): SearchTerm => ({
  key: 'assignee',
  value: `@${nameAmong(person, all)}`,
});

/** The terms that mean this channel and no other: its platform where that is enough, its name, or both. */
export function termsOfChannel(
  channel: { readonly platform: string; readonly name: string },
  all: readonly { readonly platform: string; readonly name: string }[],
): readonly SearchTerm[] {
  const platform: SearchTerm = { key: 'channel', value: channel.platform };
  if (all.filter((one) => isChannelNamed(one, channel.platform)).length === 1) return [platform];
  const account: SearchTerm = { key: 'account', value: channel.name };
  return all.filter((one) => isSameName(one.name, channel.name)).length === 1 ? [account] : [platform, account];
}
