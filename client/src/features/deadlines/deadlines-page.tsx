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
import { CalendarForm } from './calendar-form.tsx';
import { PolicyDialog } from './policy-dialog.tsx';
import { PolicyTable } from './policy-table.tsx';
import { RemovePolicyDialog } from './remove-policy-dialog.tsx';

type Open = { kind: 'add' } | { kind: 'edit' | 'remove'; policy: SlaPolicy } | null;

/** Response targets in order, and the hours in which clocks run. */
export function DeadlinesPage() {
  const { t } = useTranslation('deadlines');
  const mayManage = useMay('sla.manage');
  const deadlines = useQuery({ queryKey: ['deadlines'], queryFn: ({ signal }) => call(getDeadlines, { signal }) });
  const [open, setOpen] = useState<Open>(null);
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
          <PolicyTable
            policies={deadlines.data.policies}
            mayManage={mayManage}
            onEdit={(policy) => setOpen({ kind: 'edit', policy })}
            onRemove={(policy) => setOpen({ kind: 'remove', policy })}
          />
          <div className="promise">
            <Notice kind="info" quiet>
              {mayManage ? t('promise') : t('readOnly')}
            </Notice>
          </div>
          <CalendarForm calendar={deadlines.data.calendar} mayManage={mayManage} />
        </>
      )}
      {open?.kind === 'add' && <PolicyDialog onClose={close} />}
      {open?.kind === 'edit' && <PolicyDialog policy={open.policy} onClose={close} />}
      {open?.kind === 'remove' && <RemovePolicyDialog policy={open.policy} onClose={close} />}
    </Page>
  );
}
