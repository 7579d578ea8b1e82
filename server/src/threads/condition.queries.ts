import { type SQL, sql } from 'drizzle-orm';

/** A placeholder, or a value where nothing is prepared. */
type Given = ReturnType<typeof sql.placeholder> | SQL;

/** A condition on a thread with its values apart, so that searches of one shape share a prepared query. */
export interface Condition {
  /** Equal when only the values differ. */
  readonly shape: string;
  readonly values: readonly unknown[];
  /** Writes the SQL; gets a placeholder for each value. */
  readonly write: (given: readonly Given[]) => SQL;
}

export const condition = (
  shape: string,
  write: (...given: readonly Given[]) => SQL,
  ...values: readonly unknown[]
): Condition => ({ shape, values, write: (given) => write(...given) });

const always = condition('always', () => sql`1 = 1`);
export const never = condition('never', () => sql`1 = 0`);

export function joined(kind: 'AND' | 'OR', conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  if (!only) return kind === 'AND' ? always : never;
  if (conditions.length === 1) return only;
  return {
    shape: `(${conditions.map((one) => one.shape).join(` ${kind} `)})`,
    values: conditions.flatMap((one) => one.values),
    write(given) {
      let from = 0;
      const parts = conditions.map((one) => {
        const part = one.write(given.slice(from, from + one.values.length));
        from += one.values.length;
        return part;
      });
      return sql`(${sql.join(parts, sql.raw(` ${kind} `))})`;
    },
  };
}

/** What is unknown (null) counts as not so. */
export const negated = ({ shape, values, write }: Condition): Condition => ({
  shape: `NOT ${shape}`,
  values,
  write: (given) => sql`NOT coalesce(${write(given)}, FALSE)`,
});

/** A column among values. */
export const among = (shape: string, column: SQL, values: readonly unknown[]): Condition =>
  values.length === 0
    ? never
    : condition(
        `${shape} ${values.length}`,
        (...given) =>
          values.length === 1 ? sql`${column} = ${given[0]}` : sql`${column} IN (${sql.join([...given], sql`, `)})`,
        ...values,
      );
