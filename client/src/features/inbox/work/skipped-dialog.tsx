import type { Skipped } from '@stammgast/shared/contract/work';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';

/** Which threads a bulk action has left as they were, and why. */
export function SkippedDialog({ skipped, onClose }: { skipped: readonly Skipped[]; onClose: () => void }) {
  const { t } = useTranslation(['work', 'problems']);
  return (
    <Dialog
      title={t('result.skipped', { count: skipped.length })}
      onClose={onClose}
      footer={
        <Button size="lg" kind="primary" data-autofocus onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <ul className="skipped">
        {skipped.map((one) => (
          <li key={one.threadId}>
            <b>{one.name || t('result.nameless')}</b>{' '}
            <span>{one.who ? t('result.has', { who: one.who }) : t(`problems:${one.code}`)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
