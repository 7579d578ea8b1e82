// Answers that others may learn from: proposed by a reviewer, shown with the author's consent, for as long as it holds.
import type { Example } from '@stammgast/shared/contract/review';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
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
    await changeConsent(tx, exampleId, { consent, changedAt: house.clock.now() });
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
