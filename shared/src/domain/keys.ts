/**
 * Every command of the product that has a key, once: handlers, help, palette, key settings and the conflict test read
 * this table. A new row also needs its words in `client/src/i18n/{de,en}/keys.json` and a handler (`useKeys`).
 * Notation: `j` a typed character; `Shift+e`; `Mod+Enter` (Ctrl, on a Mac Command); `g p` one after the other.
 * No Ctrl+Alt and no characters that German keyboards hide behind AltGr; see key-notation.ts.
 */
export const keyCommands = [
  { id: 'next', keys: ['j', 'ArrowDown'], scope: 'inbox', group: 'list' },
  { id: 'previous', keys: ['k', 'ArrowUp'], scope: 'inbox', group: 'list' },
  { id: 'open', keys: ['o', 'Enter'], scope: 'inbox', group: 'list' },
  { id: 'back', keys: ['u', 'Escape'], scope: 'inbox', group: 'list' },
  { id: 'search', keys: ['/', 's'], scope: 'inbox', group: 'list' },
  { id: 'showNew', keys: ['.'], scope: 'inbox', group: 'list' },
  { id: 'reply', keys: ['r'], scope: 'inbox', group: 'thread' },
  { id: 'note', keys: ['n'], scope: 'inbox', group: 'thread' },
  { id: 'resolve', keys: ['e'], scope: 'inbox', group: 'thread' },
  { id: 'resolveNext', keys: ['Shift+e'], scope: 'inbox', group: 'thread' },
  { id: 'assignMe', keys: ['i'], scope: 'inbox', group: 'thread' },
  { id: 'assign', keys: ['a'], scope: 'inbox', group: 'thread' },
  { id: 'takeOver', keys: ['t'], scope: 'inbox', group: 'thread' },
  { id: 'tag', keys: ['l'], scope: 'inbox', group: 'thread' },
  { id: 'topics', keys: ['Shift+l'], scope: 'inbox', group: 'thread' },
  { id: 'snooze', keys: ['h', 'b'], scope: 'inbox', group: 'thread' },
  { id: 'noAnswer', keys: ['m'], scope: 'inbox', group: 'thread' },
  { id: 'spam', keys: ['!'], scope: 'inbox', group: 'thread' },
  { id: 'markRead', keys: ['Shift+i'], scope: 'inbox', group: 'thread' },
  { id: 'markUnread', keys: ['Shift+u'], scope: 'inbox', group: 'thread' },
  { id: 'select', keys: ['x'], scope: 'inbox', group: 'selection' },
  { id: 'selectDown', keys: ['Shift+j'], scope: 'inbox', group: 'selection' },
  { id: 'selectUp', keys: ['Shift+k'], scope: 'inbox', group: 'selection' },
  { id: 'selectAll', keys: ['* a'], scope: 'inbox', group: 'selection' },
  { id: 'selectNone', keys: ['* n'], scope: 'inbox', group: 'selection' },
  { id: 'focusView', keys: ['f'], scope: 'inbox', group: 'list' },
  { id: 'like', keys: ['+'], scope: 'inbox', group: 'thread' },
  { id: 'addPromise', keys: ['Shift+p'], scope: 'inbox', group: 'thread' },
  { id: 'merge', keys: ['* m'], scope: 'inbox', group: 'thread' },
  { id: 'split', keys: ['* s'], scope: 'inbox', group: 'thread' },
  { id: 'samePerson', keys: ['* p'], scope: 'inbox', group: 'thread' },
  { id: 'confirmPromise', keys: ['y'], scope: 'inbox', group: 'thread' },
  { id: 'approve', keys: ['Shift+a'], scope: 'inbox', group: 'thread' },
  { id: 'reject', keys: ['Shift+r'], scope: 'inbox', group: 'thread' },
  { id: 'snippet', keys: ['Mod+;'], scope: 'composer', group: 'writing' },
  { id: 'send', keys: ['Mod+Enter'], scope: 'composer', group: 'writing' },
  { id: 'sendResolveNext', keys: ['Mod+Shift+Enter'], scope: 'composer', group: 'writing' },
  { id: 'undo', keys: ['z', 'Mod+z'], scope: 'house', group: 'house' },
  { id: 'pause', keys: ['p'], scope: 'house', group: 'house' },
  { id: 'goInbox', keys: ['g p'], scope: 'house', group: 'go' },
  { id: 'goMine', keys: ['g m'], scope: 'house', group: 'go' },
  { id: 'goWall', keys: ['g w'], scope: 'house', group: 'go' },
  { id: 'goAudit', keys: ['g o'], scope: 'house', group: 'go' },
  { id: 'goReview', keys: ['g r'], scope: 'house', group: 'go' },
  { id: 'goReports', keys: ['g b'], scope: 'house', group: 'go' },
  { id: 'goChannels', keys: ['g c'], scope: 'house', group: 'go' },
  { id: 'goBell', keys: ['g n'], scope: 'house', group: 'go' },
  { id: 'palette', keys: ['Mod+k'], scope: 'house', group: 'house' },
  { id: 'goView1', keys: ['g 1'], scope: 'house', group: 'go' },
  { id: 'goView2', keys: ['g 2'], scope: 'house', group: 'go' },
  { id: 'goView3', keys: ['g 3'], scope: 'house', group: 'go' },
  { id: 'goView4', keys: ['g 4'], scope: 'house', group: 'go' },
  { id: 'goView5', keys: ['g 5'], scope: 'house', group: 'go' },
  { id: 'goView6', keys: ['g 6'], scope: 'house', group: 'go' },
  { id: 'goView7', keys: ['g 7'], scope: 'house', group: 'go' },
  { id: 'goView8', keys: ['g 8'], scope: 'house', group: 'go' },
  { id: 'goView9', keys: ['g 9'], scope: 'house', group: 'go' },
  { id: 'goSettings', keys: ['g e'], scope: 'house', group: 'go' },
  { id: 'help', keys: ['?'], scope: 'house', group: 'house' },
  { id: 'rate0', keys: ['0'], scope: 'review', group: 'review' },
  { id: 'rate1', keys: ['1'], scope: 'review', group: 'review' },
  { id: 'rate2', keys: ['2'], scope: 'review', group: 'review' },
  { id: 'rate3', keys: ['3'], scope: 'review', group: 'review' },
  { id: 'rate4', keys: ['4'], scope: 'review', group: 'review' },
  { id: 'rate5', keys: ['5'], scope: 'review', group: 'review' },
  { id: 'saveReview', keys: ['Mod+Enter'], scope: 'review', group: 'review' },
] as const satisfies readonly KeyRow[];

/**
 * `house` works on every page; `inbox` there; `composer` while writing an answer or a note, where only keys with Ctrl or
 * Command are not text. In the inbox all three are open at once: no two commands share a key. `review` is a page of its
 * own and may take keys of the inbox. There 1 to 5 go to a criterion; inside one, 0 to 3 are its score and lead on to the
 * next, as Tab does, and 4 and 5 still go to their criterion.
 */
type KeyScope = 'inbox' | 'composer' | 'house' | 'review';

/** What belongs together in the help and in the palette, in their order. */
export const keyGroups = ['list', 'thread', 'selection', 'writing', 'review', 'go', 'house'] as const;
type KeyGroup = (typeof keyGroups)[number];

interface KeyRow {
  readonly id: string;
  readonly keys: readonly string[];
  readonly scope: KeyScope;
  readonly group: KeyGroup;
}

export type CommandId = (typeof keyCommands)[number]['id'];
