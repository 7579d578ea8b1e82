import type { Report } from '@stammgast/shared/contract/reports';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../components/use-times.ts';
import { claimFor, measureNames } from './measures.ts';
import { type ReportWords, useReportWords } from './use-report-words.ts';

/** One sentence that follows from the intervals, and all that one must know to believe the numbers. */
export function About({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'common']);
  const words = useReportWords();
  const times = useTimes();
  const { passed, before, channels, comparedChannels, outagesKnownSince, total } = report;
  const filters = useFilterWords(report, words);
  const compared = before && comparedChannels.length > 0;
  return (
    <>
      <p className="sentence">{useSentence(report)}</p>
      <p className="meta facts">
        {t('about.asOf', { time: times.exact(report.at) })}
        {passed && passed.to !== report.to && ` · ${t('about.soFar', { period: words.period(passed) })}`}
        {` · ${t('about.coverage', { percent: words.percent(total.total.coverage) })}`}
        {` · ${filters.length > 0 ? filters.join(', ') : t('about.unfiltered')}`}
        {compared &&
          ` · ${t('about.compared', {
            period: words.period(before),
            count: comparedChannels.length,
            all: channels.length,
          })}`}
        {outagesKnownSince && ` · ${t('about.outagesKnown', { time: times.exact(outagesKnownSince) })}`}
      </p>
      <Gaps report={report} words={words} />
    </>
  );
}

function useFilterWords({ channel, team, channels, sentiment, topic, policy }: Report, words: ReportWords): string[] {
  const { t } = useTranslation(['reports', 'common']);
  return [
    channel && `${t('filters.channel')}: ${words.group({ by: 'channel', channels }, channel)}`,
    team && `${t('filters.team')}: ${words.group({ by: 'team', channels }, team)}`,
    sentiment && `${t('filters.sentiment')}: ${t(`common:sentiments.${sentiment}`)}`,
    topic && `${t('filters.topic')}: ${t(`common:topics.${topic}`)}`,
    policy && `${t('filters.policy')}: ${policy}`,
  ].filter((one) => one !== undefined);
}

/** Never "better" while the interval holds 0. */
function useSentence(report: Report): string {
  const { t, i18n } = useTranslation('reports');
  if (!report.passed) return t('sentence.future');
  if (report.total.total.coverage === 0) return t('sentence.noData');
  if (!report.total.compared) return t('sentence.incomparable');
  const said = measureNames.flatMap((name) => {
    const claim = claimFor(report.total, name);
    return claim && claim !== 'none' ? [t(`sentence.${name}.${claim}`)] : [];
  });
  if (said.length === 0) return t('sentence.none');
  return t('sentence.some', { said: new Intl.ListFormat(i18n.language).format(said) });
}

/** Where data is missing: a gap is no zero. */
function Gaps({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation('reports');
  const channels = report.channels.filter(({ gaps }) => gaps.length > 0);
  if (channels.length === 0) return null;
  return (
    <ul className="gaps">
      {channels.map(({ id, name, gaps }) => (
        <li key={id}>
          <span className="hatchbox" aria-hidden="true" />
          {t('gaps.line', {
            name,
            gaps: gaps.map((gap) => t(`gaps.${gap.reason}`, { period: words.period(gap) })).join(', '),
          })}
        </li>
      ))}
    </ul>
  );
}
