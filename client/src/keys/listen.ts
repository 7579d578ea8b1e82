import {
  type CommandId,
  isStroke,
  keyCommands,
  type Stroke,
  sequenceMilliseconds,
} from '@stammgast/shared/domain/keys';

/** Where a stroke landed, as far as keys care. */
export interface Place {
  /** In a field, while composing, or with a dialog or menu open: bare keys are text there, not commands. */
  readonly writing: boolean;
  /** On a button, link or the like, which has its own Enter and arrows. */
  readonly onControl: boolean;
}

const isBare = (key: string) => !key.startsWith('Mod+') && key !== 'Escape';
const isForControls = (key: string) => key === 'Enter' || key.startsWith('Arrow');

function matches(stroke: Stroke, key: string, place: Place): boolean {
  if (!isStroke(stroke, key)) return false;
  if (place.writing && isBare(key)) return false;
  return !(place.onControl && isForControls(key));
}

/** Turns strokes into commands and remembers the first key of a sequence. Times in milliseconds. */
export function createKeyReader() {
  let first: { readonly key: string; readonly at: number } | null = null;
  const sequences = keyCommands.flatMap(({ id, keys }) =>
    keys.flatMap((key) => {
      const [one, two] = key.split(' ');
      return one && two ? [{ id, one, two }] : [];
    }),
  );
  return (stroke: Stroke, place: Place, at: number): CommandId | null => {
    const begun = first && at - first.at <= sequenceMilliseconds ? first.key : null;
    first = null;
    if (begun) {
      return sequences.find(({ one, two }) => one === begun && matches(stroke, two, place))?.id ?? null;
    }
    const opens = sequences.find(({ one }) => matches(stroke, one, place));
    if (opens) {
      first = { key: opens.one, at };
      return null;
    }
    return keyCommands.find(({ keys }) => keys.some((key) => matches(stroke, key, place)))?.id ?? null;
  };
}
