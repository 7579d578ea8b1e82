import type { BusinessCalendar, DeadlineChange, SlaPolicy } from '@stammgast/shared/contract/sla';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useDeadlineChange } from './use-deadline-change.tsx';

export type Removed =
  | { readonly what: 'policy'; readonly row: SlaPolicy }
  | { readonly what: 'calendar'; readonly row: BusinessCalendar };

export function RemoveDialog({ what, row: { id, name }, onClose }: Removed & { onClose: () => void }) {
  const { t } = useTranslation('deadlines');
  const changing = useDeadlineChange(onClose);
  const removal: DeadlineChange =
    what === 'policy' ? { does: 'remove-policy', policyId: id } : { does: 'remove-calendar', calendarId: id };
  return (
    <>
      <Dialog
        title={t('removeDialog.title', { name })}
        onClose={onClose}
        footer={
          <>
            <Button
              kind="danger"
              size="lg"
              busy={changing.busy}
              onClick={() => changing.propose(removal, t('removeDialog.done', { name }))}
            >
              {t('removeDialog.confirm', { name })}
            </Button>
            <Button size="lg" onClick={onClose}>
              {t('form.cancel')}
            </Button>
          </>
        }
      >
        <p>{t(what === 'policy' ? 'removeDialog.text' : 'removeDialog.calendarText')}</p>
        {changing.words && <Notice kind="error">{changing.words}</Notice>}
      </Dialog>
      {changing.question}
    </>
  );
}
