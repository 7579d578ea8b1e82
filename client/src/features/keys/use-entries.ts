import { type CommandId, keyCommands } from '@stammgast/shared/domain/keys';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../components/toast.tsx';
import de from '../../i18n/de/keys.json';
import en from '../../i18n/en/keys.json';
import { useKeyWords } from '../../keys/key-words.ts';
import { useCommands } from '../../keys/keys.tsx';
import type { PaletteEntry } from '../../keys/palette-entry.ts';
import { useBindings } from '../../keys/use-bindings.ts';
import { useSettingEntries } from './use-setting-entries.ts';

/** What could be done when the palette was opened, with the focus where it was then. */
export interface PaletteMoment {
  readonly can: ReadonlySet<CommandId>;
  readonly entries: readonly PaletteEntry[];
}

const headings = {
  list: 'list',
  thread: 'thread',
  selection: 'thread',
  writing: 'thread',
  review: 'thread',
  go: 'go',
  house: 'house',
} as const;
/** The one opens itself, the other stands here deed by deed. */
const elsewhere: readonly CommandId[] = ['palette', 'undo'];

/** A command is found by its words in both languages, and by what else people call it. */
const wordsOf = (id: CommandId): readonly string[] =>
  [de, en].flatMap(({ commands, synonyms }) => [
    commands[id],
    ...((synonyms as Record<string, string>)[id] ?? '').split(', '),
  ]);

/** Everything that the palette offers: commands, what the page adds, deeds to take back, settings. */
export function useEntries(moment: PaletteMoment): readonly PaletteEntry[] {
  return [...useCommandEntries(moment.can), ...moment.entries, ...useDeedEntries(), ...useSettingEntries()];
}

function useCommandEntries(can: ReadonlySet<CommandId>): PaletteEntry[] {
  const { t } = useTranslation('keys');
  const words = useKeyWords();
  const { run } = useCommands();
  const bindings = new Map(useBindings().map(({ id, keys }) => [id, keys[0]]));
  return keyCommands
    .filter(({ id }) => can.has(id) && !elsewhere.includes(id))
    .map(({ id, group }) => {
      const key = bindings.get(id);
      return {
        id: `command-${id}`,
        group: headings[group],
        label: t(`commands.${id}`),
        words: wordsOf(id),
        keys: key && words(key),
        run: () => run(id),
      };
    });
}

function useDeedEntries(): PaletteEntry[] {
  const { t } = useTranslation(['keys', 'problems']);
  const toasts = useToast();
  const [german, english] = [de.synonyms.undo, en.synonyms.undo];
  return toasts
    .deeds()
    .map((deed) => {
      const late = deed.tooLate?.();
      const reason = late ?? deed.refused;
      return {
        id: `undo-${deed.id}`,
        group: 'undo' as const,
        label: t('palette.undo', { title: deed.title }),
        detail: reason ? t(`problems:${reason}`) : deed.detail,
        words: [german, english, deed.detail ?? ''],
        ...(late && { disabled: true }),
        run: () => toasts.undo(deed.id),
      };
    })
    .reverse();
}
