import { isCharacterKey, type KeyRefusal, refusalOf, strokesOf } from './key-notation.ts';
import { type CommandId, keyCommands } from './keys.ts';

/** Keys that a person chose, by command. A command that is missing has those of the table. */
export type KeyMap = Readonly<Record<string, string[]>>;

/** What a person prefers of the keys; see the contract of the session. */
export interface KeyPreferences {
  readonly keysOff?: boolean | undefined;
  readonly keyMap?: KeyMap | undefined;
}

/** A command with the keys that it has for one person. */
export interface Binding {
  readonly id: CommandId;
  readonly keys: readonly string[];
}

/** Leaving works everywhere and for everybody: this key stays where the table has it. */
const fixedKey = 'Escape';
export const isFixedKey = (key: string): boolean => key === fixedKey;

export const isCommandId = (id: string): id is CommandId => keyCommands.some((command) => command.id === id);

/** The keys of a command as they are written into a person's map: all but the fixed one. */
export function chosenKeys(id: CommandId, map: KeyMap = {}): readonly string[] {
  const standard: readonly string[] = keyCommands.find((command) => command.id === id)?.keys ?? [];
  return map[id] ?? standard.filter((key) => !isFixedKey(key));
}

/** All commands with their keys, whether or not some of them are switched off. */
export function allBindings(map: KeyMap = {}): readonly Binding[] {
  return keyCommands.map(({ id, keys }) => ({
    id,
    keys: [...chosenKeys(id, map), ...(keys as readonly string[]).filter(isFixedKey)],
  }));
}

/** The keys that do something for this person. */
export function effectiveBindings({ keyMap, keysOff = false }: KeyPreferences): readonly Binding[] {
  const all = allBindings(keyMap);
  return keysOff ? all.map(({ id, keys }) => ({ id, keys: keys.filter((key) => !isCharacterKey(key)) })) : all;
}

/** Whether one of two keys would swallow the other: the same, or the first stroke of a sequence. */
function collides(one: string, other: string): boolean {
  const a = strokesOf(one);
  const b = strokesOf(other);
  return a[0] === b[0] && (a.length !== b.length || a[1] === b[1]);
}

const scopeOf = (id: CommandId) => keyCommands.find((command) => command.id === id)?.scope;

/** Can both be open at once? In the inbox, with the cursor in the composer, everything is but what belongs to reviews. */
function meet(one: CommandId, other: CommandId): boolean {
  const scopes = [scopeOf(one), scopeOf(other)];
  return scopes.includes('house') || (scopes[0] === 'review') === (scopes[1] === 'review');
}

/** Who has a key already, where the command of this id is open. */
export function holderOf(key: string, id: CommandId, bindings: readonly Binding[]): CommandId | null {
  const others = bindings.filter((one) => one.id !== id && meet(one.id, id));
  return others.find((one) => one.keys.some((taken) => collides(taken, key)))?.id ?? null;
}

export type KeyMapProblem =
  | { readonly reason: 'unknown'; readonly command: string }
  | { readonly reason: KeyRefusal | 'fixed' | 'text' | 'twice'; readonly command: string; readonly key: string }
  | { readonly reason: 'taken'; readonly command: string; readonly key: string; readonly by: CommandId };

const isInText = (id: CommandId) => keyCommands.find((command) => command.id === id)?.scope === 'composer';

function problemOf(id: CommandId, key: string, map: KeyMap): KeyMapProblem | null {
  if (isFixedKey(key)) return { reason: 'fixed', command: id, key };
  if (isInText(id) && !key.startsWith('Mod+')) return { reason: 'text', command: id, key };
  const refusal = refusalOf(key);
  if (refusal) return { reason: refusal, command: id, key };
  if (chosenKeys(id, map).filter((own) => collides(own, key)).length > 1) return { reason: 'twice', command: id, key };
  const by = holderOf(key, id, allBindings(map));
  return by && { reason: 'taken', command: id, key, by };
}

/** The first thing that is wrong with a map; null when it can be used. Asked by the browser and, again, by the server. */
export function keyMapProblem(map: KeyMap): KeyMapProblem | null {
  for (const [command, keys] of Object.entries(map)) {
    if (!isCommandId(command)) return { reason: 'unknown', command };
    for (const key of keys) {
      const problem = problemOf(command, key, map);
      if (problem) return problem;
    }
  }
  return null;
}

/** A stored map without what has become wrong since, for example a key that the table gives to somebody else now. */
export function soundKeyMap(map: KeyMap): KeyMap {
  let sound = map;
  for (let problem = keyMapProblem(sound); problem; problem = keyMapProblem(sound)) {
    const { [problem.command]: _, ...rest } = sound;
    sound = rest;
  }
  return sound;
}
