import { strokesOf } from '@stammgast/shared/domain/key-notation';
import type { CommandId } from '@stammgast/shared/domain/keys';
import { useTranslation } from 'react-i18next';
import { useBindings } from './use-bindings.ts';

const names: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  Shift: '⇧',
  Delete: '⌦',
  Backspace: '⌫',
};

/** A key as it is written on the keyboard: `Mod+Enter` is `Strg ⏎`, on a Mac `⌘ ⏎`. */
export function keyWords(notation: string, { mac, control }: { mac: boolean; control: string }): string {
  return strokesOf(notation)
    .flatMap((stroke) => stroke.split(/\+(?=.)/))
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : control) : (names[part] ?? part)))
    .join(' ');
}

const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Writes keys as they stand on this keyboard, in the reader's language. */
export function useKeyWords(): (notation: string) => string {
  const { t } = useTranslation();
  const board = { mac: onMac(), control: t('control') };
  return (notation) => keyWords(notation, board);
}

/** The key that a command has for this person, as written on the keyboard; null when it has none. */
export function useKeyHint(command: CommandId | undefined): string | null {
  const words = useKeyWords();
  const key = useBindings().find(({ id }) => id === command)?.keys[0];
  return key === undefined ? null : words(key);
}
