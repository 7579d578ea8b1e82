import type { InputHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../live/server-clock.ts';
import { Field } from './field.tsx';
import { useInstantWords } from './use-instant-words.ts';
import { useTimes } from './use-times.ts';

type DateTimeFieldProps = InputHTMLAttributes<HTMLInputElement> & { readonly label: string; readonly value: string };

/** A label with the zone of the device, which such a field takes its time in, where the clock of the house differs. */
export function useZoneOf(value: string): (label: string) => string {
  const zone = useTimes().ownZone(value === '' ? serverNow() : Date.parse(value));
  return (label) => (zone === null ? label : `${label} (${zone})`);
}

/** A day and a time by the clock of the device. Where that of the house shows another time, both are named. */
export function DateTimeField({ label, value, ...input }: DateTimeFieldProps) {
  const { t } = useTranslation();
  const words = useInstantWords();
  const named = useZoneOf(value)(label);
  const hint = value !== '' && named !== label && t('thatIs', { time: words(new Date(value).toISOString()) });
  return <Field {...input} type="datetime-local" label={named} hint={hint} value={value} />;
}
