import type { SlaClock } from '@stammgast/shared/contract/sla';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { serverNow } from '../../../live/server-clock.ts';

/** How the promise ran: when the clock started, stood still and ended, and by which rule. */
export function SlaLog({ clocks }: { clocks: readonly SlaClock[] }) {
  const { t } = useTranslation('inbox');
  const times = useTimes();
  const at = (instant: string) => times.instant(instant, serverNow());
  if (clocks.length === 0) return null;
  return clocks.map((clock) => (
    <details className="log" key={clock.id}>
      <summary>
        <span className="chev">
          <Icon name="right" />
        </span>
        {t('log.summary', { kind: t(`clockKinds.${clock.kind}`), time: at(clock.startedAt), policy: clock.policyName })}
        {' · '}
        {clockEnd(clock)}
      </summary>
      <ol>
        {clock.intervals.map((interval) => (
          <li key={`${interval.from} ${interval.state}`}>
            {interval.to
              ? t('log.span', {
                  from: at(interval.from),
                  to: at(interval.to),
                  state: t(`log.states.${interval.state}`),
                })
              : t('log.openSpan', { from: at(interval.from), state: t(`log.states.${interval.state}`) })}
          </li>
        ))}
        <li>{t('log.due', { time: at(clock.dueAt), minutes: clock.targetMinutes })}</li>
      </ol>
    </details>
  ));

  function clockEnd(clock: SlaClock): string {
    if (clock.metAt) return t(clock.breachedAt ? 'log.metLate' : 'log.met', { time: at(clock.metAt) });
    if (clock.stoppedAt) return t('log.stopped', { time: at(clock.stoppedAt) });
    if (clock.breachedAt) return t('log.breached', { time: at(clock.breachedAt) });
    return t('log.running', { time: at(clock.dueAt) });
  }
}
