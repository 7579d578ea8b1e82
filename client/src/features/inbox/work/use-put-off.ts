import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { snoozeThread, wakeThread } from '@stammgast/shared/contract/work';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useInstantWords } from '../../../components/use-instant-words.ts';
import type { Changing, Explain } from './use-change.ts';

/** Puts a thread off until a time, and brings it back. */
export function usePutOff({ change, attempt, offerUndo, latest }: Changing) {
  const { t } = useTranslation('inbox');
  const words = useInstantWords();

  const setTo = (row: ThreadRow, until: string | null, pastDue: boolean) => {
    const params = { threadId: row.id };
    return change(row, { snoozedUntil: until }, () =>
      until === null ? call(wakeThread, { params }) : call(snoozeThread, { params, body: { until, pastDue } }),
    );
  };
  const attemptTo = async (row: ThreadRow, until: string | null, pastDue: boolean, title: string) => {
    const previous = row.snoozedUntil;
    const hide = offerUndo(title, row, () => setTo(latest(row), previous, true));
    const explain: Explain = ({ code, context }) =>
      code === 'thread.snooze_past_due'
        ? {
            title: t('snoozePastDue', { time: words(context.dueAt ?? '') }),
            detail: row.author.name,
            failed: true,
            action: { label: t('snoozeAnyway'), run: () => void attemptTo(latest(row), until, true, title) },
          }
        : null;
    if ((await attempt(row.author.name, setTo(row, until, pastDue), explain)) !== 'done') hide();
  };
  return {
    snooze: (row: ThreadRow, until: string, pastDue: boolean) =>
      void attemptTo(row, until, pastDue, t('done.snoozed', { time: words(until) })),
    wake: (row: ThreadRow) => void attemptTo(row, null, true, t('done.woken')),
  };
}
