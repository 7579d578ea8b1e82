import type { IncidentReport } from '@stammgast/shared/contract/radar';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { useIncidentChange } from './use-incident-change.ts';

/** What was learnt, written down by whoever leads and read by everybody. */
export function Lesson({ report, mayManage }: { report: IncidentReport; mayManage: boolean }) {
  const { t } = useTranslation('radar');
  const { change, busy } = useIncidentChange(report.number);
  const [typed, setTyped] = useState<string | null>(null);
  const by = useQuery(colleaguesQuery).data?.find(({ id }) => id === report.lessonBy)?.name;
  const text = typed ?? report.lesson;
  const save = () => change({ lesson: text }, { onSuccess: () => setTyped(null) });
  return (
    <section className="lesson" aria-labelledby="lesson">
      <header className="block-head">
        <h2 id="lesson">{t('lesson.title')}</h2>
        {by && <span className="meta">{t('lesson.by', { name: by })}</span>}
      </header>
      {mayManage ? (
        <>
          <TextField
            label={t('lesson.label')}
            rows={4}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button onClick={save} disabled={busy || text.trim() === report.lesson}>
            {t('lesson.save')}
          </Button>
        </>
      ) : (
        <p className={report.lesson ? 'written' : 'muted'}>{report.lesson || t('lesson.none')}</p>
      )}
    </section>
  );
}
