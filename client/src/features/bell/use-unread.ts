import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unreadQuery } from './bell-query.ts';

/** How many notifications are unread, as text: empty when none is, or while it is not known. */
export function useUnread(): string {
  const { i18n } = useTranslation();
  const { data } = useQuery(unreadQuery);
  if (!data || data.unread === 0) return '';
  const number = new Intl.NumberFormat(i18n.language).format(data.unread);
  return data.unread >= data.limit ? `${number}+` : number;
}
