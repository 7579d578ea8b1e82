import type { Report } from '@stammgast/shared/contract/reports';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from './chart.tsx';
import { Definition } from './definition.tsx';
import { claimFor, countBefore, kindOf, type MeasureName, measureNames, type Point, pointOf } from './measures.ts';
import { useReportWords } from './use-report-words.ts';

/** Each measure with its value, what may be said of it, and its course through the period. */
export function Figures({ report }: { report: Report }) {
  return (
    <div className="multiples">
      {measureNames.map((name) => (
        <Measure key={name} name={name} report={report} />
      ))}
    </div>
  );
}

function Measure({ name, report }: { name: MeasureName; report: Report }) {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const { total, buckets } = report.total;
  const points = buckets.map((numbers) => pointOf(numbers, name));
  const [first, last] = [report.buckets[0], report.buckets.at(-1)];
  const written = words.value(total, name);
  const id = useId();
  return (
    <figure aria-labelledby={id}>
      <figcaption>
        <b id={id}>{t(`measures.${name}`)}</b>
        <Definition of={name} />
      </figcaption>
      <p>
        <span className={words.isSparse(total, name) ? 'figure few' : 'figure'}>{written}</span>
        <span className="chg">
          {[words.interval(total, name), words.cases(total, name)].filter(Boolean).join(', ')}
        </span>
      </p>
      {words.tails(total, name).map((tail) => (
        <p className="chg" key={tail}>
          {tail}
        </p>
      ))}
      <p className="chg">
        <Claim name={name} report={report} />
      </p>
      {isDrawable(name, points) ? (
        <Chart
          label={t('chartOf', { name: t(`measures.${name}`), value: written })}
          kind={kindOf(name)}
          points={points}
          first={first ? words.bucket(first, report.grain) : ''}
          last={last ? words.bucket(last, report.grain) : ''}
          words={(at) => words.one(name, at)}
        />
      ) : (
        <p className="chg">{t('noCourse')}</p>
      )}
    </figure>
  );
}

/** Where no part of the period has enough cases an empty drawing would look like nothing at all. */
const isDrawable = (name: MeasureName, points: readonly Point[]) =>
  kindOf(name) === 'count' || points.some(({ value, gap }) => value !== null || gap);

/** Counts are put side by side; of the others only what is certain is said. */
function Claim({ name, report }: { name: MeasureName; report: Report }) {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  if (kindOf(name) === 'count') {
    const before = countBefore(report, name);
    return before === null ? t('notCompared') : t('before', { value: words.one(name, before) });
  }
  const claim = claimFor(report.total, name);
  if (claim === null) return t('notCompared');
  const change =
    name === 'inTime' || name === 'answerRate' || name === 'promisesKept' ? report.total.compared?.changes[name] : null;
  const said = t(`claims.${kindOf(name) === 'time' ? 'time' : 'share'}.${claim}`);
  if (!change) return said;
  return t('change', { said, from: words.points(change.from), to: words.points(change.to) });
}
