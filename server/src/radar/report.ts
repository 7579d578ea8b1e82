// An incident as it is read afterwards: by the hour, and step by step.
import type { IncidentHour, IncidentReport, TimelineEntry } from '@stammgast/shared/contract/radar';
import { HOUR_MS } from '@stammgast/shared/domain/radar/hours';
import { negativeBinomialLimit } from '@stammgast/shared/domain/statistics/negative-binomial';
import type { answersIn, IncidentRow } from './incidents.queries.ts';
import { type Parts, presentIncident, risesFor } from './present.ts';

type Answers = Awaited<ReturnType<typeof answersIn>>;
interface AnsweredThread {
  readonly joinedAt: Date;
  readonly answer: Answers[number] | null;
}

export function presentReport(row: IncidentRow, parts: Parts, answers: Answers): IncidentReport {
  const threads = firstAnswers(answers);
  return {
    ...presentIncident(row, parts),
    hours: hoursOf(row, parts, threads),
    answered: threads.filter(({ answer }) => answer !== null).length,
    timeline: timelineOf(row, parts, threads),
    steps: row.steps.map((tick) => ({ ...tick })),
    lesson: row.lesson,
    lessonBy: row.lessonBy,
  };
}

function firstAnswers(answers: Answers): AnsweredThread[] {
  return [...Map.groupBy(answers, ({ threadId }) => threadId).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const given = all.filter(({ publishedAt }) => publishedAt !== null);
    return [{ joinedAt: first.joinedAt, answer: given.toSorted((a, b) => timeOf(a) - timeOf(b))[0] ?? null }];
  });
}

const timeOf = ({ publishedAt }: Answers[number]): number => publishedAt?.getTime() ?? 0;

/** Sums over the reader's channels. The band holds nineteen of twenty usual hours. */
function hoursOf(row: IncidentRow, { channels }: Parts, threads: readonly AnsweredThread[]): IncidentHour[] {
  const lines = channels.filter(({ incident }) => incident === row.number).map(({ line }) => line);
  const first = Math.min(...lines.map((line) => line.first));
  const length = Math.max(0, ...lines.map((line) => line.counts.length));
  return Array.from({ length }, (_, index) => {
    const end = (first + index + 1) * HOUR_MS;
    const usual = lines.map(({ expected, alpha }) => ({ mean: expected[index] ?? null, alpha }));
    return {
      at: new Date(end - HOUR_MS).toISOString(),
      comments: lines.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
      ...bandOf(usual),
      threads: threads.filter(({ joinedAt }) => joinedAt.getTime() < end).length,
      answered: threads.filter(({ answer }) => answer && timeOf(answer) < end).length,
    };
  });
}

function bandOf(usual: readonly { readonly mean: number | null; readonly alpha: number }[]) {
  const known = usual.flatMap(({ mean, alpha }) => (mean === null ? [] : [{ mean, alpha }]));
  if (known.length === 0 || known.length < usual.length) return { expected: null, usualUpTo: null };
  const mean = known.reduce((sum, one) => sum + one.mean, 0);
  // Of independent counts the variances add up.
  const surplus = known.reduce((sum, one) => sum + one.alpha * one.mean ** 2, 0);
  const alpha = mean > 0 ? surplus / mean ** 2 : 0;
  return { expected: mean, usualUpTo: alpha > 0 ? negativeBinomialLimit(0.05, { mean, alpha }) : 0 };
}

function timelineOf(row: IncidentRow, parts: Parts, threads: readonly AnsweredThread[]): TimelineEntry[] {
  const nothing = { personId: null, level: null, step: null, verdict: null };
  const rises = risesFor(row, parts).map(({ at, level }, index): TimelineEntry => {
    return { ...nothing, at, kind: index === 0 ? 'alarm' : 'rise', level };
  });
  const [answer] = threads
    .flatMap((thread) => thread.answer ?? [])
    .toSorted((a, b) => timeOf(a) - timeOf(b))
    .filter(({ publishedAt }) => publishedAt !== null);
  const entries: TimelineEntry[] = [
    { ...nothing, at: row.startedAt.toISOString(), kind: 'began' },
    ...rises,
    ...(answer?.publishedAt
      ? [{ ...nothing, at: answer.publishedAt.toISOString(), kind: 'first-answer' as const, personId: answer.personId }]
      : []),
    ...row.leads.map((lead): TimelineEntry => ({ ...nothing, ...lead, kind: 'lead' })),
    ...row.steps.map((tick): TimelineEntry => ({ ...nothing, ...tick, kind: 'step' })),
    ...(row.verdictAt
      ? [
          {
            ...nothing,
            at: row.verdictAt.toISOString(),
            kind: 'verdict' as const,
            personId: row.verdictBy,
            verdict: row.verdict,
          },
        ]
      : []),
    ...(row.endedAt ? [{ ...nothing, at: row.endedAt.toISOString(), kind: 'ended' as const }] : []),
  ];
  return entries.toSorted((a, b) => a.at.localeCompare(b.at));
}
