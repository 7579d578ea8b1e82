/** What a keyboard event tells; the typed character, never the place of the key. */
export interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Time for the second key of a sequence. */
export const sequenceMilliseconds = 900;

interface Parts {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
}

const isLetter = (key: string) => /^\p{L}$/u.test(key);
const isSign = (key: string) => [...key].length === 1 && key !== ' ' && !isLetter(key);
/** Tab and the space bar belong to the browser, Alt types signs on a Mac. */
const namedKeys = ['Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Delete', 'Backspace'];

/** One stroke of the notation. The plus sign is both a key and what joins them. */
function partsOf(notation: string): Parts {
  const key = notation.endsWith('+') ? '+' : (notation.split('+').at(-1) ?? '');
  const held = notation.slice(0, notation.length - key.length);
  return { key, mod: held.includes('Mod+'), shift: held.includes('Shift+') };
}

/** On Windows AltGr arrives as Ctrl and Alt; it types signs and is no command. */
const isAltGr = (stroke: Stroke) => stroke.ctrlKey && stroke.altKey;
const isMod = (stroke: Stroke) => (stroke.ctrlKey || stroke.metaKey) && !isAltGr(stroke);

/**
 * Whether a stroke is this key (one part of the notation). For signs such as `/` or `?` Shift and AltGr do not count,
 * because they sit elsewhere on every keyboard.
 */
export function isStroke(stroke: Stroke, notation: string): boolean {
  const { key, mod, shift } = partsOf(notation);
  if (isMod(stroke) !== mod) return false;
  if (isSign(key)) return stroke.key === key;
  if (stroke.altKey || stroke.shiftKey !== shift) return false;
  return isLetter(key) ? stroke.key.toLowerCase() === key : stroke.key === key;
}

/** How a stroke is written, or null when it cannot be a key of a command: a modifier alone, a dead key, Alt with a letter. */
export function notationOf(stroke: Stroke): string | null {
  const mod = isMod(stroke) ? 'Mod+' : '';
  if (isSign(stroke.key)) return mod + stroke.key;
  const key = isLetter(stroke.key) ? stroke.key.toLowerCase() : stroke.key;
  if (stroke.altKey || !(isLetter(key) || namedKeys.includes(key))) return null;
  return mod + (stroke.shiftKey ? 'Shift+' : '') + key;
}

/** The strokes of a key: two for a sequence such as `g p`. */
export const strokesOf = (notation: string): readonly string[] => notation.split(' ');

/** Types a character when it is no command: such keys can be switched off (WCAG 2.1.4), and are text in a field. */
export const isCharacterKey = (notation: string): boolean =>
  strokesOf(notation).some((one) => {
    const { key, mod } = partsOf(one);
    return !mod && !namedKeys.includes(key);
  });

/** Signs that a German, Austrian or Swiss keyboard has behind AltGr or as a dead key only. */
const hiddenSigns = '@#[]{}|\\~€`´^¨µ²³¢¬¦';
/** What browsers do not give away, or what everybody expects of them. */
const browserKeys = { mod: 'acdfhjlnopqrstuvwxy0123456789+-=', modShift: 'bcijmnopqrtw' };

/** Why a key cannot be given to a command, whoever else has it. `form`: not written in this notation. */
export type KeyRefusal = 'form' | 'hidden' | 'browser';

/** What is wrong with a key in itself; null when nothing is. */
export function refusalOf(notation: string): KeyRefusal | null {
  const strokes = strokesOf(notation);
  if (strokes.length > 2) return 'form';
  const reasons = strokes.map(strokeRefusal);
  // Only characters come one after the other.
  if (strokes.length === 2 && !strokes.every((one) => isCharacterKey(one))) return 'form';
  return reasons.find((reason) => reason !== null) ?? null;
}

/** As this notation would write it: letters small, Shift only where it does not make another sign. */
function isWritten(notation: string): boolean {
  const { key, mod, shift } = partsOf(notation);
  if ((mod ? 'Mod+' : '') + (shift ? 'Shift+' : '') + key !== notation) return false;
  if (isSign(key)) return !shift;
  return isLetter(key) ? key === key.toLowerCase() : namedKeys.includes(key);
}

function strokeRefusal(notation: string): KeyRefusal | null {
  if (!isWritten(notation)) return 'form';
  const { key, mod, shift } = partsOf(notation);
  if (hiddenSigns.includes(key)) return 'hidden';
  if (!mod) return null;
  // In a text they move and delete by words.
  if (namedKeys.includes(key)) return key === 'Enter' ? null : 'browser';
  return (shift ? browserKeys.modShift : browserKeys.mod).includes(key) ? 'browser' : null;
}
