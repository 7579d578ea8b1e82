import type { IncidentReport } from '@stammgast/shared/contract/radar';
import { playbookSteps } from '@stammgast/shared/domain/radar/playbook';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { Ago } from '../../components/ago.tsx';
import { Check } from '../../components/field.tsx';
import { useIncidentChange } from './use-incident-change.ts';

/** What helps, in the order in which it is done; everybody sees who has ticked what. */
export function Playbook({ report, mayManage }: { report: IncidentReport; mayManage: boolean }) {
  const { t } = useTranslation('radar');
  const { change, wanted } = useIncidentChange(report.number);
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const done = new Map(report.steps.map((tick) => [tick.step, tick]));
  return (
    <section className="playbook" aria-labelledby="playbook">
      <header className="block-head">
        <h2 id="playbook">{t('playbook.title')}</h2>
        <span className="meta">{t('playbook.done', { done: done.size, all: playbookSteps.length })}</span>
      </header>
      <ol>
        {playbookSteps.map((step) => {
          const tick = done.get(step);
          return (
            <li key={step}>
              <Check
                label={<b>{t(`playbook.steps.${step}.what`)}</b>}
                checked={wanted?.step?.name === step ? wanted.step.done : tick !== undefined}
                disabled={!mayManage}
                onChange={({ target }) => change({ step: { name: step, done: target.checked } })}
              />
              <p>{t(`playbook.steps.${step}.how`)}</p>
              {tick && (
                <p className="meta">
                  {colleagues.find(({ id }) => id === tick.personId)?.name ?? t('someone')}, <Ago at={tick.at} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
