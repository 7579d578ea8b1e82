import type { InputHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../live/server-clock.ts';
import { Field } from './field.tsx';
import { useInstantWords } from './use-instant-words.ts';
import { useTimes } from './use-times.ts';

type DateTimeFieldProps = InputHTMLAttributes<HTMLInputElement> & { readonly label: string; readonly value: string };

/** Browsers take years of six digits, too, which are no day that anybody means. */
export const lastMinute = '9999-12-31T23:59';

/**
 * Such a field takes its time by the clock of the device. Where that of the house shows another time, its label names the
 * zone, and the hint the time of the house.
 */
export function useBothClocks(label: string, value: string): { readonly label: string; readonly hint: string | null } {
  const { t } = useTranslation();
  const words = useInstantWords();
  const { ownZone } = useTimes();
  const at = Date.parse(value);
  // Left empty, or being typed.
  const isDay = !Number.isNaN(at);
  const zone = ownZone(isDay ? at : serverNow());
  if (zone === null) return { label, hint: null };
  return { label: `${label} (${zone})`, hint: isDay ? t('thatIs', { time: words(new Date(at).toISOString()) }) : null };
}

/** A day and a time by the clock of the device. Where that of the house shows another time, both are named. */
export function DateTimeField({ label, value, ...input }: DateTimeFieldProps) {
  return <Field {...input} {...useBothClocks(label, value)} type="datetime-local" max={lastMinute} value={value} />;
}
