import type { Columns } from '../columns.postgres.ts';

/** Mails that go out once: each stands here before its first byte leaves. */
export function defineMails(c: Columns) {
  const mails = c.table(
    'mails',
    {
      /** What it is, for whom and for when: nothing is sent twice under one key. */
      key: c.id(),
      recipient: c.text().notNull(),
      /** `sending` after a crash, and `unconfirmed`: it may have arrived. */
      state: c.text().$type<'sending' | 'sent' | 'unconfirmed' | 'refused'>().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('mails_at').on(t.at)],
  );
  return { mails };
}
