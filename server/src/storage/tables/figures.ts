import type { FigureDeed } from '@stammgast/shared/contract/figures';
import type { Columns } from '../columns.postgres.ts';

/** Who switched figures per person on or off, and who looked at them. */
export function defineFigures(c: Columns) {
  const figureLog = c.table(
    'figure_log',
    {
      id: c.id(),
      at: c.instant().notNull(),
      personId: c.text().notNull(),
      deed: c.text().$type<FigureDeed>().notNull(),
      /** The reason of a switch; of a look, which channel. */
      text: c.text().notNull(),
    },
    (t) => [c.index('figure_log_at').on(t.at)],
  );
  return { figureLog };
}
