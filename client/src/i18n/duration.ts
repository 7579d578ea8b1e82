import type { TFunction } from 'i18next';

export interface DurationPart {
  readonly n: number;
  readonly unit: 'd' | 'h' | 'min';
}

/**
 * The two largest parts of a duration in minutes. Without `days` hours are the largest part: business time has no
 * days of 24 hours.
 */
export function durationParts(minutes: number, { days = false } = {}): DurationPart[] {
  const whole = Math.round(minutes);
  const parts: DurationPart[] = [
    { n: days ? Math.floor(whole / 1440) : 0, unit: 'd' },
    { n: Math.floor((days ? whole % 1440 : whole) / 60), unit: 'h' },
    { n: whole % 60, unit: 'min' },
  ];
  const first = parts.findIndex((part) => part.n > 0);
  return first < 0 ? [{ n: 0, unit: 'min' }] : parts.slice(first, first + 2).filter((part) => part.n > 0);
}

/** The same in words, as `3 Std. 10 Min`. */
export function durationWords(t: TFunction, minutes: number, options?: { days?: boolean }): string {
  if (minutes < 1 && minutes > 0) return t('durations:underMinute');
  return (
    durationParts(minutes, options)
      // Not by the name of an option of Intl, which refuses units that it does not know and leaves the number as it is.
      .map(({ n, unit }) => t('durations:part', { n, short: t(`durations:unit.${unit}`) }))
      .join(' ')
  );
}
