import {
  listReportSchedules,
  type ReportQuestion,
  type ReportSchedule,
  removeReportSchedule,
} from '@stammgast/shared/contract/reports';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { Failed, Skeleton } from '../../components/states.tsx';
import { useInstantWords } from '../../components/use-instant-words.ts';
import { ScheduleForm } from './schedule-form.tsx';

type Open = { readonly schedule: ReportSchedule | null } | null;

/** Which reports go out by e-mail, and to whom; new ones take what is asked on the page. */
export function SchedulesDialog({ question, onClose }: { question: ReportQuestion; onClose: () => void }) {
  const { t } = useTranslation('reports');
  const [open, setOpen] = useState<Open>(null);
  const list = useQuery({
    queryKey: ['report-schedules'],
    queryFn: ({ signal }) => call(listReportSchedules, { signal }),
  });
  if (open) return <ScheduleForm question={question} schedule={open.schedule} onClose={() => setOpen(null)} />;
  return (
    <Dialog
      title={t('schedules.title')}
      onClose={onClose}
      wide
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('schedules.close')}
          </Button>
          <Button kind="primary" size="lg" icon="plus" onClick={() => setOpen({ schedule: null })}>
            {t('schedules.add')}
          </Button>
        </>
      }
    >
      {list.isPending && <Skeleton lines={3} />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && !list.data.mailIsSetUp && <Notice kind="warn">{t('schedules.noMail')}</Notice>}
      {list.data?.schedules.length === 0 && <p>{t('schedules.none')}</p>}
      <ul className="plain-list">
        {list.data?.schedules.map((schedule) => (
          <Line key={schedule.id} schedule={schedule} onEdit={() => setOpen({ schedule })} />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({ schedule, onEdit }: { schedule: ReportSchedule; onEdit: () => void }) {
  const { t } = useTranslation(['reports', 'problems']);
  const problemText = useProblemText('reports');
  const words = useInstantWords();
  const queryClient = useQueryClient();
  const { id, name, cadence, recipients, nextAt, lastProblem, rests, isOver } = schedule;
  const removing = useMutation({
    mutationFn: () => call(removeReportSchedule, { params: { scheduleId: id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['report-schedules'] }),
  });
  return (
    <li>
      <span className="two-lines">
        {name}
        <small>
          {t(`schedules.${cadence}`)} · {t('schedules.people', { count: recipients.length })}
          {!rests && ` · ${t('schedules.next', { at: words(nextAt) })}`}
        </small>
        {rests && <small className="err">{t(isOver ? 'schedules.isOver' : 'schedules.rests')}</small>}
        {lastProblem && !rests && (
          <small className="err">{t('schedules.problem', { why: t(`problems:${lastProblem}`) })}</small>
        )}
        {removing.isError && <small className="err">{problemText(removing.error)}</small>}
      </span>
      <span className="row-acts end">
        {!rests && (
          <Button kind="quiet" size="sm" aria-label={t('schedules.editOf', { name })} onClick={onEdit}>
            {t('schedules.edit')}
          </Button>
        )}
        <Button
          kind="danger"
          size="sm"
          aria-label={t('schedules.removeOf', { name })}
          busy={removing.isPending}
          onClick={() => removing.mutate()}
        >
          {t('schedules.remove')}
        </Button>
      </span>
    </li>
  );
}
