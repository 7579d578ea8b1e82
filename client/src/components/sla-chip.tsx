import type { TFunction } from 'i18next';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Times } from '../i18n/times.ts';
import { shownNow } from '../live/hold.ts';
import { type SlaLevel, type SlaSubject, slaAmount, slaLevel } from '../live/sla-state.ts';
import { onTick } from '../live/ticker.ts';
import { Shape } from './icon.tsx';
import { useTimes } from './use-times.ts';

interface SlaChipProps {
  readonly subject: SlaSubject;
  /** In the head of a thread: “noch 18 Min” instead of “18 Min”. */
  readonly spoken?: boolean;
}

function amountText(dueAt: string, now: number, t: TFunction, times: Times): string {
  const amount = slaAmount(dueAt, now);
  return amount.unit === 'at' ? times.day(dueAt, now) : t(`sla.${amount.unit}`, { ...amount });
}

function chipText(
  { due, status }: SlaSubject,
  level: SlaLevel,
  spoken: boolean,
  now: number,
  t: TFunction,
  times: Times,
): string {
  if (level === 'pause') return t('sla.waiting');
  if (level === 'done') return t('sla.resolved');
  if (!due || level === 'none') return t('sla.none');
  const amount = amountText(due.dueAt, now, t, times);
  if (!spoken || (status !== 'open' && status !== 'waiting')) return amount;
  if (slaAmount(due.dueAt, now).unit === 'at') return amount;
  return t(level === 'over' ? 'sla.since' : 'sla.left', { time: amount });
}

const titles = {
  ok: 'titleOk',
  soon: 'titleSoon',
  over: 'titleOver',
  pause: 'titlePause',
  done: 'titleDone',
  none: 'titleNone',
} as const;

/**
 * The promise: shape, word and colour. The text is written straight into the page every second, React draws again only
 * when the level changes. Screen readers get the level and the due time, never a running clock.
 */
export const SlaChip = memo(function SlaChip({ subject, spoken = false }: SlaChipProps) {
  const { t } = useTranslation();
  const times = useTimes();
  const text = useRef<HTMLSpanElement>(null);
  const [level, setLevel] = useState<SlaLevel>(() => slaLevel(subject, shownNow()));
  useEffect(() => {
    const write = () => {
      const now = shownNow();
      const next = slaLevel(subject, now);
      setLevel(next);
      const words = chipText(subject, next, spoken, now, t, times);
      if (text.current && text.current.textContent !== words) text.current.textContent = words;
    };
    write();
    return subject.due && subject.status !== 'resolved' ? onTick(write) : undefined;
  }, [subject, spoken, t, times]);
  const drawn = shownNow();
  const due = subject.due ? times.instant(subject.due.dueAt, drawn) : '';
  const title = t(`sla.${titles[level]}`, { time: due });
  return (
    <span className={`sla ${level}`} title={title}>
      <Shape name={level} />
      <span className="sr">{title}</span>
      <span ref={text} aria-hidden="true" />
    </span>
  );
});
