import type { Columns } from '../columns.postgres.ts';

/** What people keep for later: reusable texts and saved filters. */
export function defineTexts(c: Columns) {
  const snippets = c.table(
    'snippets',
    {
      id: c.id(),
      name: c.text().notNull(),
      /** Without case and umlauts; what is typed after `::` is looked for in it. */
      folded: c.text().notNull(),
      language: c.text().$type<'de' | 'en'>().notNull(),
      /** Null: for all channels. */
      channelId: c.text(),
      bodySie: c.text().notNull(),
      /** Null: there is no form with du, or the language knows none. */
      bodyDu: c.text(),
      updatedBy: c.text().notNull(),
      updatedAt: c.instant().notNull(),
      version: c.integer().notNull().default(1),
    },
    (t) => [c.index('snippets_name').on(t.folded)],
  );

  const views = c.table(
    'views',
    {
      id: c.id(),
      name: c.text().notNull(),
      /** The neutral text of the search. */
      query: c.text().notNull(),
      /** Null: for the whole team. */
      personId: c.text(),
      position: c.integer().notNull(),
      createdBy: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.index('views_person').on(t.personId, t.position)],
  );

  return { snippets, views };
}
