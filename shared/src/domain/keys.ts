/**
 * Every key of the product, once: the handlers, the help dialog and the conflict test read this table.
 * Notation: `j` a typed character; `Shift+e`; `Mod+Enter` (Ctrl, on a Mac Command); `g p` one after the other.
 * No Ctrl+Alt and no characters that German keyboards hide behind AltGr.
 */
export const keyCommands = [
  { id: 'next', keys: ['j', 'ArrowDown'], scope: 'inbox' },
  { id: 'previous', keys: ['k', 'ArrowUp'], scope: 'inbox' },
  { id: 'open', keys: ['o', 'Enter'], scope: 'inbox' },
  { id: 'back', keys: ['u', 'Escape'], scope: 'inbox' },
  { id: 'search', keys: ['/', 's'], scope: 'inbox' },
  { id: 'showNew', keys: ['.'], scope: 'inbox' },
  { id: 'reply', keys: ['r'], scope: 'inbox' },
  { id: 'note', keys: ['n'], scope: 'inbox' },
  { id: 'resolve', keys: ['e'], scope: 'inbox' },
  { id: 'resolveNext', keys: ['Shift+e'], scope: 'inbox' },
  { id: 'assignMe', keys: ['i'], scope: 'inbox' },
  { id: 'assign', keys: ['a'], scope: 'inbox' },
  { id: 'takeOver', keys: ['t'], scope: 'inbox' },
  { id: 'tag', keys: ['l'], scope: 'inbox' },
  { id: 'snooze', keys: ['h', 'b'], scope: 'inbox' },
  { id: 'noAnswer', keys: ['m'], scope: 'inbox' },
  { id: 'spam', keys: ['!'], scope: 'inbox' },
  { id: 'markRead', keys: ['Shift+i'], scope: 'inbox' },
  { id: 'markUnread', keys: ['Shift+u'], scope: 'inbox' },
  { id: 'select', keys: ['x'], scope: 'inbox' },
  { id: 'selectDown', keys: ['Shift+j'], scope: 'inbox' },
  { id: 'selectUp', keys: ['Shift+k'], scope: 'inbox' },
  { id: 'selectAll', keys: ['* a'], scope: 'inbox' },
  { id: 'selectNone', keys: ['* n'], scope: 'inbox' },
  { id: 'focusView', keys: ['f'], scope: 'inbox' },
  { id: 'like', keys: ['+'], scope: 'inbox' },
  { id: 'confirmPromise', keys: ['y'], scope: 'inbox' },
  { id: 'approve', keys: ['Shift+a'], scope: 'inbox' },
  { id: 'reject', keys: ['Shift+r'], scope: 'inbox' },
  { id: 'snippet', keys: ['Mod+;'], scope: 'composer' },
  { id: 'send', keys: ['Mod+Enter'], scope: 'composer' },
  { id: 'sendResolveNext', keys: ['Mod+Shift+Enter'], scope: 'composer' },
  { id: 'undo', keys: ['z', 'Mod+z'], scope: 'house' },
  { id: 'pause', keys: ['p'], scope: 'house' },
  { id: 'goInbox', keys: ['g p'], scope: 'house' },
  { id: 'goMine', keys: ['g m'], scope: 'house' },
  { id: 'goWall', keys: ['g w'], scope: 'house' },
  { id: 'goChannels', keys: ['g c'], scope: 'house' },
  { id: 'palette', keys: ['Mod+k'], scope: 'house' },
  { id: 'goView1', keys: ['g 1'], scope: 'house' },
  { id: 'goView2', keys: ['g 2'], scope: 'house' },
  { id: 'goView3', keys: ['g 3'], scope: 'house' },
  { id: 'goView4', keys: ['g 4'], scope: 'house' },
  { id: 'goView5', keys: ['g 5'], scope: 'house' },
  { id: 'goView6', keys: ['g 6'], scope: 'house' },
  { id: 'goView7', keys: ['g 7'], scope: 'house' },
  { id: 'goView8', keys: ['g 8'], scope: 'house' },
  { id: 'goView9', keys: ['g 9'], scope: 'house' },
  { id: 'goSettings', keys: ['g e'], scope: 'house' },
  { id: 'help', keys: ['?'], scope: 'house' },
] as const satisfies readonly KeyRow[];

export const keyScopes = ['inbox', 'composer', 'house'] as const;
/** `house` works on every page; `inbox` there; `composer` while writing an answer or a note. */
export type KeyScope = (typeof keyScopes)[number];

interface KeyRow {
  readonly id: string;
  readonly keys: readonly string[];
  readonly scope: KeyScope;
}

export type CommandId = (typeof keyCommands)[number]['id'];

/** What a keyboard event tells; the typed character, never the place of the key. */
export interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const isLetter = (key: string) => /^\p{L}$/u.test(key);
const isSign = (key: string) => [...key].length === 1 && !isLetter(key);

/**
 * Whether a stroke is this key (one part of the notation). For signs such as `/` or `?` Shift and AltGr do not count,
 * because they sit elsewhere on every keyboard.
 */
export function isStroke(stroke: Stroke, notation: string): boolean {
  const parts = notation.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  if ((stroke.ctrlKey || stroke.metaKey) !== mod && !(isSign(key) && stroke.ctrlKey && stroke.altKey)) return false;
  if (isSign(key)) return stroke.key === key;
  if (stroke.altKey || stroke.shiftKey !== parts.includes('Shift')) return false;
  return isLetter(key) ? stroke.key.toLowerCase() === key : stroke.key === key;
}

/** Time for the second key of a sequence. */
export const sequenceMilliseconds = 900;
