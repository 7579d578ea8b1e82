import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { instantWords } from '../i18n/instant.ts';

/** Instants in words, in the house's time zone and the person's language. */
export function useInstantWords(): (instant: string) => string {
  const { i18n } = useTranslation();
  const { timeZone } = useMe().house;
  return useMemo(() => instantWords(i18n.language, timeZone), [i18n.language, timeZone]);
}
