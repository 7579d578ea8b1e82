import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { type Times, timesOf } from '../i18n/times.ts';

/** Times in the house's zone and the person's language. */
export function useTimes(): Times {
  const { i18n } = useTranslation();
  return timesOf(i18n.language, useMe().house.timeZone);
}
