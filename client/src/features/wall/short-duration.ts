import type { TFunction } from 'i18next';

/** A duration in its one largest unit, for a cell of a table: `38 min`, `5.2 h`, `2 d`. */
export function shortDuration(t: TFunction, minutes: number, language: string): string {
  const short = (value: number) => value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (minutes < 60) return t('wall:short.min', { n: minutes < 1 ? '< 1' : Math.round(minutes) });
  return minutes < 1440
    ? t('wall:short.h', { n: short(minutes / 60) })
    : t('wall:short.d', { n: short(minutes / 1440) });
}
