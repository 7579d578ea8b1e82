import type { AuditActorKind } from '@stammgast/shared/contract/audit';
import type { FactKind } from '@stammgast/shared/contract/live';
import type { Columns } from '../columns.postgres.ts';

/** The audit trail: one row for each change, each with the hash of the row before it. Ids and marks, never names of people outside. */
export function defineAudit(c: Columns) {
  const auditEntries = c.table(
    'audit_entries',
    {
      /** Without gaps, given by the trail itself. */
      seq: c.seq(),
      at: c.instant().notNull(),
      kind: c.text().$type<FactKind>().notNull(),
      actorKind: c.text().$type<AuditActorKind>().notNull(),
      actorId: c.text(),
      channelId: c.text(),
      threadId: c.text(),
      /** Whom outside it is about: the mark of channel and account. */
      subject: c.text(),
      before: c.json<Record<string, unknown>>(),
      after: c.json<Record<string, unknown>>(),
      details: c.json<Record<string, unknown>>().notNull(),
      /** The number of the fact that it was made from. */
      fact: c.bigint().notNull(),
      previous: c.text().notNull(),
      hash: c.text().notNull(),
      /** The hash, signed by the house. Null: from before there were seals. */
      seal: c.text(),
    },
    (t) => [
      c.index('audit_entries_at').on(t.at, t.seq),
      c.index('audit_entries_kind').on(t.kind, t.seq),
      c.index('audit_entries_actor').on(t.actorId, t.seq),
      c.index('audit_entries_channel').on(t.channelId, t.seq),
      c.index('audit_entries_thread').on(t.threadId, t.seq),
      c.index('audit_entries_subject').on(t.subject, t.seq),
    ],
  );
  return { auditEntries };
}
