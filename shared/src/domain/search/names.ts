import { foldedName } from '../folded-name.ts';
import type { SearchTerm } from './search.ts';

export const isSameName = (a: string, b: string): boolean => foldedName(a) === foldedName(b);

/** `channel` means a platform or one channel by its name. */
export function isChannelNamed(channel: { readonly platform: string; readonly name: string }, value: string): boolean {
  return channel.platform === foldedName(value) || isSameName(channel.name, value);
}

/** The people of this full name; if there are none, all whose name holds these words: `@lena` is Lena Berg. */
export function peopleNamed<Person extends { readonly name: string }>(
  people: readonly Person[],
  name: string,
): readonly Person[] {
  const same = people.filter((person) => isSameName(person.name, name));
  if (same.length > 0) return same;
  const wanted = foldedName(name).split(' ');
  return people.filter((person) => {
    const words = foldedName(person.name).split(' ');
    return wanted.every((word) => words.includes(word));
  });
}

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
