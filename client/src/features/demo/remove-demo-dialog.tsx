import { removeDemo } from '@stammgast/shared/contract/demo';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { demoRemovalKey } from '../../api/demo-removal.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { removedCounts } from './removed-counts.ts';

export function RemoveDemoDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('demo');
  const problemText = useProblemText('demo');
  const removing = useMutation({ mutationKey: demoRemovalKey, mutationFn: () => call(removeDemo) });
  if (removing.data) return <Removed removed={removing.data.removed} />;
  return (
    <Dialog
      title={t('dialog.title')}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" size="lg" busy={removing.isPending} onClick={() => removing.mutate()}>
            {removing.isPending ? t('dialog.busy') : t('dialog.confirm')}
          </Button>
          <Button size="lg" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('dialog.text')}</p>
      {removing.isError && <Notice kind="error">{problemText(removing.error)}</Notice>}
    </Dialog>
  );
}

/** What was shown belongs to rows that are gone, perhaps the person too: the page starts anew. */
function Removed({ removed }: { removed: Readonly<Record<string, number>> }) {
  const { t, i18n } = useTranslation('demo');
  const startAnew = () => window.location.assign('/');
  const counts = removedCounts(removed);
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  return (
    <Dialog
      title={t('done.title')}
      onClose={startAnew}
      footer={
        <Button kind="primary" size="lg" onClick={startAnew}>
          {t('done.close')}
        </Button>
      }
    >
      <p>{t('done.text', { count })}</p>
      <ul className="counts">
        {counts.map((one) => (
          <li key={one.kind}>
            <span>{t(`kind.${one.kind}`)}</span>
            <span className="num">{one.count.toLocaleString(i18n.language)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
