import type { Columns } from '../columns.postgres.ts';

/** Named groups of channels; which channels belong to one stands with them. */
export function defineTeams(c: Columns) {
  const teams = c.table('teams', {
    id: c.id(),
    name: c.text().notNull(),
    /** Without case and umlauts: searches name teams. */
    folded: c.text().notNull(),
    demo: c.boolean().notNull().default(false),
  });
  return { teams };
}
