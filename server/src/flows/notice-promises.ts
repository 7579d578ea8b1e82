// Our answer has become public: it may keep what was promised before, and it may promise something itself.
import { findPromises } from '@stammgast/shared/domain/promise-words';
import type { NewId } from '../config/ids.ts';
import { changeOf } from '../events/change.ts';
import type { NewFact } from '../events/fact.ts';
import { endByAnswer, insertPromises, type StoredPromise } from '../promises/promises.queries.ts';
import type { ReplyRow } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';

/** "By Friday" means before people go home. */
const END_OF_DAY_MINUTES = 18 * 60;

/** Suggests what was found; only a person makes a due item of it. Returns the facts to record. */
export async function noticePromises(tx: Db, newId: NewId, reply: ReplyRow, publishedAt: Date): Promise<NewFact[]> {
  const ended = await endByAnswer(tx, reply, publishedAt);
  const timeZone = (await readSetting(tx, 'house'))?.timeZone ?? 'Europe/Berlin';
  const found = findPromises(reply.body, { now: publishedAt, timeZone, dayMinutes: END_OF_DAY_MINUTES });
  const suggested = found.map(
    ({ words, dueAt }): StoredPromise => ({
      id: newId(),
      threadId: reply.threadId,
      channelId: reply.channelId,
      replyId: reply.id,
      words: words.slice(0, 500),
      dueAt,
      state: 'suggested',
      createdAt: publishedAt,
      confirmedBy: null,
      confirmedAt: null,
      remindAt: null,
      endedAt: null,
      endedBy: null,
    }),
  );
  await insertPromises(tx, suggested);
  return [
    ...ended.map((promise) => factOf('promise.changed', promise, reply.personId)),
    ...suggested.map((promise) => factOf('promise.suggested', promise, null, null)),
  ];
}

/** `before`: as it was; null for a promise that is new; left out where only its state has changed, from `open`. */
export const factOf = (
  kind: NewFact['kind'],
  promise: StoredPromise,
  personId: string | null,
  before: Partial<StoredPromise> | null = { ...promise, state: 'open' },
): NewFact => ({
  kind,
  channelId: promise.channelId,
  threadId: promise.threadId,
  personId,
  payload: {
    promiseId: promise.id,
    replyId: promise.replyId,
    state: promise.state,
    dueAt: promise.dueAt.toISOString(),
  },
  change: changeOf(before && termsOf(before), termsOf(promise)),
});

const termsOf = ({ state, dueAt }: Partial<StoredPromise>) => ({ state, dueAt });
