// Answers that others may learn from: proposed by a reviewer, shown with the author's consent, for as long as it holds.
import type { Example } from '@stammgast/shared/contract/feedback';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound } from '../http/problem.ts';
import { agreedExamples, changeConsent, exampleById } from '../review/examples.queries.ts';
import type { House } from './house.ts';
import { type PageOf, pageOf, placeOf } from './read-review.ts';

export async function answerExample(
  house: House,
  actor: Actor,
  exampleId: string,
  consent: 'given' | 'declined',
): Promise<void> {
  await house.database.transaction(async (tx) => {
    const example = await exampleById(tx, exampleId);
    const theirs = example?.authorId === actor.personId && sees(actor, example.channelId);
    if (!theirs) throw notFound();
    if (example.consent === consent) return;
    const now = house.clock.now();
    await changeConsent(tx, exampleId, { consent, changedAt: now });
    const about = { channelId: example.channelId, threadId: example.threadId, personId: actor.personId };
    const change = changeOf({ consent: example.consent }, { consent });
    await record(tx, now, [{ kind: 'review.consented', ...about, payload: { exampleId }, change }]);
  });
}

export async function listExamples(
  house: House,
  actor: Actor,
  page: PageOf,
): Promise<{ examples: Example[]; next: string | null }> {
  const rows = await agreedExamples(house.database.reader, actor, placeOf(page), page.limit + 1);
  const { shown, next } = pageOf(rows, page.limit, ({ at, id }) => ({ at, id }));
  return {
    examples: shown.map(({ at, comment, commentGoneAt, ...row }) => ({
      ...row,
      comment: commentGoneAt ? null : comment,
      since: at.toISOString(),
    })),
    next,
  };
}
