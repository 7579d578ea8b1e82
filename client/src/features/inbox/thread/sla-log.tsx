import type { Interval, SlaClock } from '@stammgast/shared/contract/sla';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { useColleagueNames } from './colleagues.tsx';

/** How each promise ran: when its clock started, stood still, was promised anew and ended, by whom and by which rule. */
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
          <LogLine key={`${interval.from} ${interval.state} ${interval.reason}`} interval={interval} />
        ))}
        <li>{t('log.due', { time: at(clock.dueAt), minutes: clock.targetMinutes })}</li>
        <li>{rule(clock)}</li>
      </ol>
    </details>
  ));

  function clockEnd(clock: SlaClock): string {
    if (clock.metAt) return t(clock.breachedAt ? 'log.metLate' : 'log.met', { time: at(clock.metAt) });
    if (clock.stoppedAt) {
      const reason = t([`log.ends.${clock.stopReason}`, `reasonsDone.${clock.stopReason}`, 'log.ends.other']);
      return t('log.stopped', { time: at(clock.stoppedAt), reason });
    }
    if (clock.breachedAt) return t('log.breached', { time: at(clock.breachedAt) });
    if (clock.intervals.at(-1)?.state === 'paused') return t('log.standing');
    return t('log.running', { time: at(clock.dueAt) });
  }

  /** By which version of which rule and calendar it counts. */
  function rule({ policyName, policyVersion, calendarName, calendarVersion }: SlaClock): string {
    const version = (number: number | null) => (number === null ? '' : t('log.version', { number }));
    const policy = t('log.policy', { name: policyName, version: version(policyVersion) });
    if (calendarName === null) return policy;
    return `${policy} · ${t('log.calendar', { name: calendarName, version: version(calendarVersion) })}`;
  }
}

/** One stretch: from when to when, what was, why, and by whom. */
function LogLine({ interval: { from, to, state, reason, actorId, before, days } }: { interval: Interval }) {
  const { t } = useTranslation('inbox');
  const times = useTimes();
  const names = useColleagueNames();
  const at = (instant: string) => times.instant(instant, serverNow());
  const words = t(`log.states.${state}`);
  const span = to
    ? t('log.span', { from: at(from), to: at(to), state: words })
    : t('log.openSpan', { from: at(from), state: words });
  const why = t(`log.reasons.${reason}`, { defaultValue: '' });
  const actor = actorId && t('log.by', { name: names.get(actorId) ?? t('log.somebody') });
  const version = before?.policyVersion ? t('log.version', { number: before.policyVersion }) : '';
  const former = before && t('log.before', { name: before.policyName, version, minutes: before.targetMinutes });
  return <li>{[span, days.join(', '), why, actor, former].filter(Boolean).join(' · ')}</li>;
}
