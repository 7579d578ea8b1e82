import type { PromiseMade } from '@stammgast/shared/contract/promises';
import type { StoredPromise } from './promises.queries.ts';

export const presentPromise = (p: StoredPromise): PromiseMade => ({
  id: p.id,
  threadId: p.threadId,
  replyId: p.replyId,
  words: p.words,
  dueAt: p.dueAt.toISOString(),
  state: p.state,
  createdAt: p.createdAt.toISOString(),
  confirmedBy: p.confirmedBy,
  endedAt: p.endedAt?.toISOString() ?? null,
  endedBy: p.endedBy,
});
