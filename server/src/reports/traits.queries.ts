import type { ReportQuestion } from '@stammgast/shared/contract/reports';
import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** What a row can be broken down and filtered by. */
interface Traits {
  readonly sentiment: SQLWrapper;
  readonly topics: SQLWrapper;
  readonly policy: SQLWrapper;
}

/** The policy that a thread came under: that of its first clock. `threadId` names the column of the query around it;
 * SQLite would rather read all first clocks in their order than the few of the thread. */
export const policyOf = ({ tables: { clocks } }: Db, threadId: string): SQL<string | null> =>
  sql`(SELECT k.policy_name FROM ${clocks} AS k
    WHERE k.thread_id = ${sql.raw(threadId)} AND (k.kind || '') = 'first' ORDER BY k.started_at, k.id LIMIT 1)`;

/** The column that the breakdown asks for; without one all rows are alike. */
export function traitOf(by: ReportQuestion['by'], { sentiment, topics, policy }: Traits): SQL<string | null> {
  if (by === 'sentiment') return sql`${sentiment}`;
  if (by === 'topic') return sql`CAST(${topics} AS text)`;
  return by === 'policy' ? sql`${policy}` : sql`NULL`;
}

export function withTraits(question: ReportQuestion, { sentiment, topics, policy }: Traits): SQL | undefined {
  return and(
    question.sentiment ? eq(sentiment as SQL, question.sentiment) : undefined,
    question.topic ? sql`CAST(${topics} AS text) LIKE ${`%"${question.topic}"%`}` : undefined,
    question.policy === undefined ? undefined : sql`${policy} = ${question.policy}`,
  );
}
