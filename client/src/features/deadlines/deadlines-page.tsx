import '../../styles/administration.css';
import { getDeadlines, type SlaPolicy } from '@stammgast/shared/contract/sla';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMay } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { Calendars } from './calendars.tsx';
import { PolicyDialog } from './policy-dialog.tsx';
import { PolicyTable } from './policy-table.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useDeadlineChange } from './use-deadline-change.tsx';

type Open = { kind: 'add' } | { kind: 'edit' | 'remove'; policy: SlaPolicy } | null;

/** Response targets in order, and the hours in which clocks run. */
export function DeadlinesPage() {
  const { t } = useTranslation('deadlines');
  const mayManage = useMay('sla.manage');
  const deadlines = useQuery({ queryKey: ['deadlines'], queryFn: ({ signal }) => call(getDeadlines, { signal }) });
  const [open, setOpen] = useState<Open>(null);
  const ordering = useDeadlineChange();
  const close = () => setOpen(null);
  return (
    <Page
      title={t('title')}
      note={t('lead')}
      actions={
        mayManage && (
          <Button kind="primary" icon="plus" onClick={() => setOpen({ kind: 'add' })}>
            {t('policies.add')}
          </Button>
        )
      }
    >
      {deadlines.isPending && <Skeleton lines={8} />}
      {deadlines.isError && (
        <Failed error={deadlines.error} title={t('failed')} onRetry={() => void deadlines.refetch()} />
      )}
      {deadlines.data && (
        <>
          {ordering.words && <Notice kind="error">{ordering.words}</Notice>}
          <PolicyTable
            policies={deadlines.data.policies}
            mayManage={mayManage}
            onEdit={(policy) => setOpen({ kind: 'edit', policy })}
            onRemove={(policy) => setOpen({ kind: 'remove', policy })}
            onOrder={(policyIds) => ordering.propose({ does: 'order-policies', policyIds }, t('policies.ordered'))}
          />
          <div className="promise">
            <Notice kind="info" quiet>
              {mayManage ? t('promise') : t('readOnly')}
            </Notice>
          </div>
          <Calendars calendars={deadlines.data.calendars} mayManage={mayManage} />
        </>
      )}
      {ordering.question}
      {open?.kind === 'add' && <PolicyDialog onClose={close} />}
      {open?.kind === 'edit' && <PolicyDialog policy={open.policy} onClose={close} />}
      {open?.kind === 'remove' && <RemoveDialog what="policy" row={open.policy} onClose={close} />}
    </Page>
  );
}
