/** Under which heading an entry of the palette stands, in this order. */
export const paletteGroups = [
  'thread',
  'undo',
  'list',
  'go',
  'views',
  'people',
  'threads',
  'settings',
  'house',
] as const;

/** Something that the palette offers. */
export interface PaletteEntry {
  /** Unlike that of every other entry. */
  readonly id: string;
  readonly group: (typeof paletteGroups)[number];
  readonly label: string;
  readonly detail?: string | undefined;
  /** Further words by which it is found; not shown. */
  readonly words?: readonly string[] | undefined;
  /** Key hint, as written on the keyboard. */
  readonly keys?: string | undefined;
  /** There are many of these: shown only when looked for. */
  readonly whenSought?: boolean;
  /** Cannot be chosen now; `detail` says why. */
  readonly disabled?: boolean;
  /** Runs when the palette has closed and the focus is back where it was. */
  readonly run: () => void;
}
