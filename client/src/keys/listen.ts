import type { Binding } from '@stammgast/shared/domain/key-map';
import { isStroke, type Stroke, sequenceMilliseconds, strokesOf } from '@stammgast/shared/domain/key-notation';
import type { CommandId } from '@stammgast/shared/domain/keys';

/** Where a stroke landed, as far as keys care. */
export interface Place {
  /** In a field: characters are text there, not commands. */
  readonly writing: boolean;
  /** On a button, link or the like, which has its own Enter and arrows. */
  readonly onControl: boolean;
}

/** Sending and leaving are for texts too; `Mod+z` takes typing back where there is typing. */
const isForText = (key: string) => (!key.startsWith('Mod+') && key !== 'Escape') || key === 'Mod+z';
const isForControls = (key: string) => key === 'Enter' || key.startsWith('Arrow');
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'];

function matches(stroke: Stroke, key: string, place: Place): boolean {
  if (!isStroke(stroke, key)) return false;
  if (place.writing && isForText(key)) return false;
  return !(place.onControl && isForControls(key));
}

/** Turns strokes into commands and remembers the first key of a sequence. Times in milliseconds. */
export function createKeyReader(bindings: () => readonly Binding[]) {
  let first: { readonly key: string; readonly at: number } | null = null;
  return (stroke: Stroke, place: Place, at: number): CommandId | null => {
    if (modifiers.includes(stroke.key)) return null;
    const begun = first && at - first.at <= sequenceMilliseconds ? first.key : null;
    first = null;
    const all = bindings().flatMap(({ id, keys }) => keys.map((key) => ({ id, strokes: strokesOf(key) })));
    const find = (wanted: (strokes: readonly string[]) => boolean, at: 0 | 1) =>
      all.find(({ strokes }) => wanted(strokes) && matches(stroke, strokes[at] ?? '', place));
    if (begun) return find((strokes) => strokes.length === 2 && strokes[0] === begun, 1)?.id ?? null;
    const opens = find((strokes) => strokes.length === 2, 0);
    if (opens) {
      first = { key: opens.strokes[0] ?? '', at };
      return null;
    }
    return find((strokes) => strokes.length === 1, 0)?.id ?? null;
  };
}
