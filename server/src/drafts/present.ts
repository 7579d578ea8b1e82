import type { Draft } from '@stammgast/shared/contract/drafts';
import type { Db } from '../storage/database.ts';
import { type DraftRow, draftsOfThread } from './drafts.queries.ts';

/** A draft as `reader` sees it. */
function presentDraft(draft: DraftRow, personName: string, reader: string): Draft {
  return {
    threadId: draft.threadId,
    kind: draft.kind,
    personId: draft.personId,
    personName,
    commentId: draft.commentId,
    body: draft.body,
    shared: draft.shared,
    said: draft.said,
    commentBody: draft.commentBody,
    idempotencyKey: draft.personId === reader ? draft.idempotencyKey : null,
    snippetId: draft.snippetId,
    updatedAt: draft.updatedAt.toISOString(),
    version: draft.version,
  };
}

export async function draftsFor(db: Db, threadId: string, reader: string): Promise<Draft[]> {
  const rows = await draftsOfThread(db, threadId, reader);
  return rows.map(({ draft, personName }) => presentDraft(draft, personName, reader));
}
