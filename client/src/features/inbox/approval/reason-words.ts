import type { ApprovalReasonCode } from '@stammgast/shared/domain/approval-codes';
import { useTranslation } from 'react-i18next';

interface Reason {
  readonly code: ApprovalReasonCode;
  readonly words?: readonly string[];
}

/** Why an answer needs a second person, as a sentence with the words that say so. */
export function useReasonWords(): (reasons: readonly Reason[]) => string {
  const { t, i18n } = useTranslation('approval');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const one = ({ code, words = [] }: Reason) =>
    words.length > 0
      ? t('reasonWith', {
          reason: t(`reasons.${code}`),
          words: list.format(words.slice(0, 4).map((text) => t('inbox:quoted', { text }))),
        })
      : t(`reasons.${code}`);
  return (reasons) => list.format(reasons.map(one));
}
