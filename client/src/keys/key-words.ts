const names: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '⏎',
  Escape: 'Esc',
  Shift: '⇧',
};

/** A key as it is written on the keyboard: `Mod+Enter` is `Strg ⏎`, on a Mac `⌘ ⏎`. */
export function keyWords(notation: string, { mac, control }: { mac: boolean; control: string }): string {
  return notation
    .split(/[+ ]/)
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : control) : (names[part] ?? part)))
    .join(' ');
}

export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
