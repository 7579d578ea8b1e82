import type { Answering } from '@stammgast/shared/contract/wall';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../i18n/duration.ts';
import { FEWEST } from './fewest.ts';

type Reached = Answering['median'];
const columns = ['median', 'p90', 'p95'] as const;
const shares = { median: 0.5, p90: 0.9, p95: 0.95 };

/** By when so many were answered; what was not seen yet is said, and never drawn from those alone who had an answer. */
export function ReachedTable({ today, usual, names }: ReachedTableProps) {
  const { t, i18n } = useTranslation(['wall', 'durations']);
  const words = (minutes: number) => durationWords(t, minutes, { days: true });
  const reached = ({ n }: Answering, { minutes }: Reached) => {
    if (n === 0) return '–';
    if (n < FEWEST) return t('reached.few');
    return minutes === null ? t('reached.notYet') : words(minutes);
  };
  const band = ({ n }: Answering, { from, to }: Reached) => {
    if (n < FEWEST || from === null) return '–';
    return to === null
      ? t('reached.atLeast', { from: words(from) })
      : t('reached.band', { from: words(from), to: words(to) });
  };
  const row = (name: string, className: string, cell: (of: (typeof columns)[number]) => string) => (
    <tr className={className}>
      <th scope="row">{name}</th>
      {columns.map((of) => (
        <td key={of}>{cell(of)}</td>
      ))}
    </tr>
  );
  return (
    <table className="reached">
      <caption className="sr">{t('reached.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reached.answered')}</th>
          {columns.map((of) => (
            <th scope="col" key={of}>
              {shares[of].toLocaleString(i18n.language, { style: 'percent' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row(names.today, 'strong', (of) => reached(today, today[of]))}
        {row(t('curve.band'), 'band', (of) => band(today, today[of]))}
        {row(names.usual, '', (of) => reached(usual, usual[of]))}
      </tbody>
    </table>
  );
}
interface ReachedTableProps {
  readonly today: Answering;
  readonly usual: Answering;
  readonly names: { readonly today: string; readonly usual: string };
}
