import { locales, themes } from '@stammgast/shared/contract/team';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { codeOf } from '../../api/problem.ts';
import { changeLook } from '../../components/change-look.ts';
import { useToast } from '../../components/toast.tsx';
import type { PaletteEntry } from '../../keys/palette-entry.ts';

/** Appearance, language and the way to all other settings. */
export function useSettingEntries(): PaletteEntry[] {
  const { t } = useTranslation(['keys', 'problems']);
  const me = useMe();
  const toasts = useToast();
  const navigate = useNavigate();
  const change = (look: Parameters<typeof changeLook>[0]) => () =>
    void changeLook(look).catch((error: unknown) =>
      toasts.show({ title: t('palette.notSaved'), detail: t(`problems:${codeOf(error)}`), failed: true }),
    );
  const entry = (id: string, run: () => void): PaletteEntry => ({
    id: `setting-${id}`,
    group: 'settings',
    label: t(`palette.settings.${id}`),
    words: [t(`palette.settingWords.${id}`)],
    run,
  });
  return [
    ...themes.filter((theme) => theme !== me.theme).map((theme) => entry(theme, change({ theme }))),
    ...locales.filter((locale) => locale !== me.locale).map((locale) => entry(locale, change({ locale }))),
    entry('keys', () => void navigate({ to: '/profile', hash: 'keys' })),
  ];
}
