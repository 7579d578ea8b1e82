import type { GuestView } from '@stammgast/shared/contract/guests';
import { replyLength } from '@stammgast/shared/domain/reply-length';
import type { TFunction } from 'i18next';

/** Why a text cannot be sent: nothing there, or more than the platform takes. */
export function lengthError(t: TFunction<['guest', 'inbox']>, text: string, view: GuestView): string | undefined {
  const max = view.maxLength;
  const length = replyLength(view.comment.platform, text.trim());
  if (length === 0) return t('missing');
  return max !== null && length > max ? t('inbox:tooLong', { count: length - max }) : undefined;
}
