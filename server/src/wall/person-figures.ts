import { FIGURE_DAYS, type PersonFigures, SMALLEST_GROUP } from '@stammgast/shared/contract/figures';
import { kaplanMeier, quantile } from '@stammgast/shared/domain/statistics/kaplan-meier';
import type { Db } from '../storage/database.ts';
import { type AnswerRow, answersByPerson } from './person-figures.queries.ts';
import type { Scope } from './scope.queries.ts';

/** With fewer nothing is said about anybody's time. */
const FEWEST = 10;

export interface FiguresQuestion extends Scope {
  readonly now: Date;
  /** One person, who asks for themselves. */
  readonly personId: string | null;
}

/** How long people waited for the first answers of each. Where too few have answered, nothing of any. */
export async function readPersonFigures(db: Db, question: FiguresQuestion): Promise<PersonFigures> {
  const { now, personId } = question;
  const stretch = { from: new Date(now.getTime() - FIGURE_DAYS * 86_400_000), to: now };
  const rows = await answersByPerson(db, question, stretch, personId);
  const people = [...Map.groupBy(rows, (row) => row.personId)].map(([id, own]) => ({
    personId: id,
    name: own[0]?.name ?? '',
    ...figuresOf(own),
  }));
  const suppressed = personId === null && people.length < SMALLEST_GROUP;
  return { suppressed, people: suppressed ? [] : people };
}

function figuresOf(rows: readonly AnswerRow[]) {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const steps = kaplanMeier(rows.map(({ minutes, n: count }) => ({ time: minutes, happened: true, count })));
  const by = (share: number) => (n < FEWEST ? null : quantile(steps, share).time);
  return { n, medianMinutes: by(0.5), p90Minutes: by(0.9) };
}
