// What people say about the machine's judgement of one comment.
import type { Comment } from '@stammgast/shared/contract/threads';
import type { Sentiment, Topic } from '@stammgast/shared/domain/assessment';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { changeComment, insertCorrections } from '../threads/detail.queries.ts';
import { summaryColumns } from '../threads/rows.ts';
import { summarise } from '../threads/summary.ts';
import { changeThread, commentFacts } from '../threads/threads.queries.ts';
import type { House } from './house.ts';
import { aboutComment, onComment, shownComment } from './on-comment.ts';

export interface Correction {
  readonly sentiment?: Exclude<Sentiment, 'unsure'> | undefined;
  readonly topics?: Topic[] | undefined;
}

/** Stores the correction as a labelled example and shows it at once; clocks keep the promise they gave. */
export async function correctComment(
  house: House,
  actor: Actor,
  commentId: string,
  wanted: Correction,
): Promise<Comment> {
  await onComment(house, actor, commentId, async (tx, comment, now) => {
    const examples = (['sentiment', 'topics'] as const).flatMap((field) =>
      wanted[field] === undefined
        ? []
        : [
            {
              id: house.newId(),
              commentId,
              personId: actor.personId,
              field,
              was: comment[field],
              is: wanted[field],
              at: now,
            },
          ],
    );
    if (examples.length === 0) return;
    await insertCorrections(tx, examples);
    await changeComment(tx, commentId, {
      ...(wanted.sentiment && { sentiment: wanted.sentiment, confidence: 1 }),
      ...(wanted.topics && { topics: wanted.topics }),
      corrected: true,
    });
    const summary = summarise(await commentFacts(tx, [comment.threadId]));
    await changeThread(tx, comment.threadId, summaryColumns(summary));
    const { sentiment, topics } = comment;
    const change = changeOf(
      { sentiment, topics },
      { sentiment: wanted.sentiment ?? sentiment, topics: wanted.topics ?? topics },
    );
    const fact = {
      kind: 'comment.corrected' as const,
      ...aboutComment(actor, comment),
      payload: { commentId },
      change,
    };
    await record(tx, now, [fact]);
  });
  return shownComment(house, commentId);
}
