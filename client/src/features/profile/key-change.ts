import {
  allBindings,
  chosenKeys,
  holderOf,
  isCommandId,
  type KeyMap,
  type KeyMapProblem,
  keyMapProblem,
} from '@stammgast/shared/domain/key-map';
import type { CommandId } from '@stammgast/shared/domain/keys';

/** One key of a command: which of them, or one more when there are not so many. */
export interface KeySlot {
  readonly id: CommandId;
  readonly at: number;
}

/** The element that shows it. */
export const slotId = ({ id, at }: KeySlot): string => `key-${id}-${at}`;

export type KeyChange =
  | { readonly map: KeyMap }
  | {
      readonly problem: KeyMapProblem;
      /** Another command has the key: how it would be if the two exchanged theirs. */
      readonly swap: KeyMap | null;
    };

const sameKeys = (one: readonly string[], other: readonly string[]) => one.join(' + ') === other.join(' + ');

/** The map with other keys for one command; keys as in the table need no entry. */
function withKeys(map: KeyMap, id: CommandId, keys: readonly string[]): KeyMap {
  const { [id]: _, ...others } = map;
  return sameKeys(keys, chosenKeys(id)) ? others : { ...others, [id]: [...keys] };
}

function outcome(map: KeyMap, swap: KeyMap | null = null): KeyChange {
  const problem = keyMapProblem(map);
  return problem ? { problem, swap: swap && !keyMapProblem(swap) ? swap : null } : { map };
}

const putAt = (keys: readonly string[], at: number, key: string) => [...keys.slice(0, at), key, ...keys.slice(at + 1)];

/** Gives a key to a command, in place of the one that it has there. */
export function giveKey(map: KeyMap, { id, at }: KeySlot, key: string): KeyChange {
  const own = chosenKeys(id, map);
  const given = withKeys(map, id, putAt(own, at, key));
  const by = holderOf(key, id, allBindings(map));
  if (!by) return outcome(given);
  const theirs = chosenKeys(by, map);
  const old = own[at];
  const left = theirs.flatMap((one) => (one !== key ? one : (old ?? [])));
  return outcome(given, theirs.includes(key) ? withKeys(given, by, left) : null);
}

export function takeKey(map: KeyMap, { id, at }: KeySlot): KeyChange {
  return outcome(
    withKeys(
      map,
      id,
      chosenKeys(id, map).filter((_, index) => index !== at),
    ),
  );
}

/** The keys of the table again; refused while another command has one of them. */
export function resetKeys(map: KeyMap, id: CommandId): KeyChange {
  for (const key of chosenKeys(id)) {
    const by = holderOf(key, id, allBindings(map));
    if (by) return { problem: { reason: 'taken', command: id, key, by }, swap: null };
  }
  return outcome(withKeys(map, id, chosenKeys(id)));
}

/** Which commands have other keys than the table gives them. */
export const changedCommands = (map: KeyMap): ReadonlySet<CommandId> => new Set(Object.keys(map).filter(isCommandId));
