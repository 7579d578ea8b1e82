import type { Report, ReportNumbers } from '@stammgast/shared/contract/reports';
import { localeTag } from '@stammgast/shared/domain/locale';
import { dateOf, dayOf, type Period } from '@stammgast/shared/domain/reports/period';
import { useTranslation } from 'react-i18next';
import { teamsOf } from '../../api/people-and-channels.ts';
import { durationWords } from '../../i18n/duration.ts';
import { casesOf, kindOf, type MeasureName, pointOf, tailsOf } from './measures.ts';

const RELIABLE = 30;

/** Numbers, periods and groups of a report in the reader's language. */
export function useReportWords() {
  const { t, i18n } = useTranslation(['reports', 'common', 'durations']);
  const tag = localeTag(i18n.language);
  const percent = (share: number) => share.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 1 });
  const count = (value: number) => value.toLocaleString(tag, { maximumFractionDigits: 0 });
  const one = (name: MeasureName, value: number): string => {
    const kind = kindOf(name);
    if (kind === 'share') return percent(value);
    // Business time knows no days of 24 hours.
    return kind === 'time' ? durationWords(t, value, { days: name === 'clockTime' }) : count(value);
  };
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
  const period = ({ from, to }: Period) =>
    dates({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(new Date(from), lastDay(to));

  const interval = (name: MeasureName, from: number, to: number | null): string =>
    to === null
      ? t('intervalOpen', { from: one(name, from) })
      : t('interval', { from: one(name, from), to: one(name, to) });

  const points = (share: number) =>
    (share * 100).toLocaleString(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).replace('-', '−');

  return {
    one,
    points,
    /** Fewer than thirty cases: shown, but quieter than what one may rely on. */
    isSparse: (numbers: ReportNumbers, name: MeasureName): boolean =>
      pointOf(numbers, name).value === null || (casesOf(numbers, name) ?? RELIABLE) < RELIABLE,
    percent,
    period,
    /** Why there is no value, or the value. */
    value: (numbers: ReportNumbers, name: MeasureName): string => {
      const { value, gap } = pointOf(numbers, name);
      const cases = casesOf(numbers, name);
      if (cases === null) return value === null ? t('noData') : count(value);
      if (value !== null) return one(name, value);
      if (gap && cases === 0) return t('noData');
      return cases < 10 ? t('tooFew') : t('notYet');
    },
    /** The 95 % interval, where one is known. */
    interval: (numbers: ReportNumbers, name: MeasureName): string => {
      const { from, to, value } = pointOf(numbers, name);
      return value === null || from === null ? '' : interval(name, from, to);
    },
    /** By when 90 % and 95 % had their answer, or that so many had none yet. */
    tails: (numbers: ReportNumbers, name: MeasureName): string[] =>
      tailsOf(numbers, name).map(({ share, minutes, from, to }) => {
        const said = { share: percent(share), value: minutes === null ? t('notYet') : one(name, minutes) };
        if (minutes === null || from === null) return t('tail', said);
        return t('tailWithin', { ...said, interval: interval(name, from, to) });
      }),
    /** Of how many cases. */
    cases: (numbers: ReportNumbers, name: MeasureName): string => {
      const n = casesOf(numbers, name);
      return n === null ? '' : t('n', { n });
    },
    bucket: ({ from, to }: Period, grain: Report['grain']): string => {
      if (grain === 'month' && from.endsWith('-01'))
        return dates({ month: 'short', year: 'numeric' }).format(new Date(from));
      const style = dates({ day: 'numeric', month: 'short' });
      return grain === 'day' ? style.format(new Date(from)) : style.formatRange(new Date(from), lastDay(to));
    },
    group: ({ by, channels }: Pick<Report, 'by' | 'channels'>, key: string | null): string => {
      if (key === null) return t(`none.${namelessOf(by)}`);
      switch (by) {
        case 'channel':
          return channels.find(({ id }) => id === key)?.name ?? t('gone');
        case 'team':
          return teamsOf(channels).find(({ id }) => id === key)?.name ?? t('goneTeam');
        case 'topic':
          return t(`common:topics.${key}`);
        case 'sentiment':
          return t(`common:sentiments.${key}`);
        default:
          return key;
      }
    },
  };
}
export type ReportWords = ReturnType<typeof useReportWords>;

/** What a row may be none of. */
const namelessOf = (by: Report['by']) => (by === 'team' || by === 'topic' ? by : 'policy');

const lastDay = (to: string): Date => new Date(dateOf(dayOf(to) - 1));
