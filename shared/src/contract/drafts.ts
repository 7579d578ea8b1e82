import * as z from 'zod/mini';
import { Done, endpoint, Id, Instant } from './endpoint.ts';

export const draftKinds = ['answer', 'note'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** A text that has not been sent: one's own, or a colleague's that is shared with those who see the thread. */
export const Draft = z.object({
  threadId: Id,
  kind: z.enum(draftKinds),
  personId: Id,
  personName: z.string(),
  /** The comment that is answered; null for notes, and when the writer has not chosen one. */
  commentId: z.nullable(Id),
  body: z.string(),
  shared: z.boolean(),
  /** The thread's `said` that the writer has read. */
  said: z.number(),
  /** How the answered comment stood when it was read; null when that is not known. */
  commentBody: z.nullable(z.string()),
  /** Goes with the answer, so that two windows send it once; null in a colleague's draft. */
  idempotencyKey: z.nullable(z.string()),
  snippetId: z.nullable(Id),
  updatedAt: Instant,
  /** Counts the saved texts; the next one names the text that it replaces. */
  version: z.number(),
});
export type Draft = z.infer<typeof Draft>;

/** An earlier text of an own draft, kept for 30 days. */
export const DraftVersion = z.object({ id: Id, kind: z.enum(draftKinds), body: z.string(), savedAt: Instant });
export type DraftVersion = z.infer<typeof DraftVersion>;

/** More than any answer or note may have: two texts that come together must not be cut. */
export const longestDraft = 20_000;

const threadId = z.object({ threadId: Id });
const kind = z.enum(draftKinds);

export const listDrafts = endpoint('GET /api/threads/:threadId/drafts', {
  action: 'thread.read',
  summary: "One's own drafts in a thread and those that colleagues share.",
  params: threadId,
  result: z.object({ drafts: z.array(Draft) }),
});
export const saveDraft = endpoint('PUT /api/threads/:threadId/drafts', {
  action: 'note.write',
  summary:
    "Save one's own draft. 409 `draft.changed` when it was saved elsewhere meanwhile: the refused text is kept as a version.",
  params: threadId,
  body: z.strictObject({
    kind,
    body: z.string().check(z.minLength(1), z.maxLength(longestDraft)),
    commentId: z._default(z.nullable(Id), null),
    shared: z._default(z.boolean(), true),
    said: z.int(),
    idempotencyKey: z.string().check(z.minLength(8), z.maxLength(64)),
    snippetId: z._default(z.nullable(Id), null),
    /** The version that this text replaces; 0 when none was known. */
    base: z.int(),
    /** Keep the replaced text as a version, however small the difference. */
    keep: z._default(z.boolean(), false),
  }),
  result: Draft,
});
export const removeDraft = endpoint('DELETE /api/threads/:threadId/drafts', {
  action: 'note.write',
  summary: "Give one's own draft up; its text is kept as a version. 409 `draft.changed` as above.",
  params: threadId,
  query: z.object({ kind, base: z.coerce.number().check(z.int()) }),
  result: Done,
});
export const listDraftVersions = endpoint('GET /api/threads/:threadId/draft-versions', {
  action: 'note.write',
  summary: "Earlier texts of one's own drafts in a thread, newest first.",
  params: threadId,
  result: z.object({ versions: z.array(DraftVersion) }),
});
