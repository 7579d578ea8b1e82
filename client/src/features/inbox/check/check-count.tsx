import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';
import { useChecked } from './use-check.ts';

/** The checklist in three words, where there is no room for it: opens the pane that has it. */
export function CheckCount({ threadId, onOpen }: { threadId: string; onOpen: () => void }) {
  const { t } = useTranslation('inbox');
  const checked = useChecked(threadId);
  if (!checked) return null;
  const { ok, of } = checked.check;
  return (
    <button
      type="button"
      className="btn quiet sm fold-check"
      onClick={onOpen}
      aria-label={t('checkCount.label', { ok, of })}
    >
      <Icon name="checks" />
      {t('checkCount.short', { ok, of })}
    </button>
  );
}
