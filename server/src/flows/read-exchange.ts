// What was said in a thread under review. Until names may be seen, those who may have signed for us are blacked out.
import type { ReviewCase, Utterance } from '@stammgast/shared/contract/review';
import { answersOf } from '../review/case.queries.ts';
import { concealNamed, concealNames } from '../review/conceal.ts';
import type { SampleRecord } from '../review/samples.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { allPeople } from '../team/people.queries.ts';
import { type CommentRecord, commentsOfThread } from '../threads/detail.queries.ts';

export type Exchange = Awaited<ReturnType<typeof exchangeOf>>;

/** Everything that was said, and which answer to which comment is looked at. */
export async function exchangeOf(db: Db, { sample, channel }: SampleRecord, named: boolean) {
  const [comments, answers, signers] = await Promise.all([
    commentsOfThread(db, sample.threadId),
    answersOf(db, sample.threadId),
    named ? null : signersOf(db, channel.name),
  ]);
  const isOurs = ({ comment, author }: CommentRecord) => author.own || comment.own;
  const byHand = comments.filter(isOurs);
  const authors = answers.map(({ reply, personName }) => reply.guestName ?? personName ?? '');
  const maybe = signers ? byHand.flatMap(({ author }) => signers(author.name)) : [];
  const firstAt = Math.min(
    ...byHand.map(({ comment }) => comment.postedAt.getTime()),
    ...answers.map(({ reply }) => atOf(reply).getTime()),
  );
  const said = (one: CommentRecord): string => {
    const { body, postedAt } = one.comment;
    if (!signers) return body;
    if (isOurs(one)) return concealNames(body, signers(one.author.name));
    return postedAt.getTime() > firstAt ? concealNamed(body, authors, maybe) : body;
  };
  const answered = answers.find(({ reply }) => reply.id === sample.replyId) ?? null;
  const guests = comments.filter((one) => !isOurs(one));
  const gone = guests.find(({ comment }) => comment.visibility === 'hidden');
  const about = guests.find(({ comment }) => comment.id === answered?.reply.commentId) ?? gone ?? guests[0] ?? null;
  const utterances: Utterance[] = [
    ...comments.map((one) => ({
      id: one.comment.id,
      guestName: isOurs(one) ? null : one.author.name,
      body: said(one),
      at: one.comment.postedAt.toISOString(),
      sentiment: one.comment.sentiment,
      language: one.comment.language,
      gone: one.comment.removedAt !== null || ['hidden', 'spam'].includes(one.comment.visibility),
    })),
    ...answers.map(({ reply }, index) => ({
      id: reply.id,
      guestName: null,
      body: named ? reply.body : concealNames(reply.body, [authors[index] ?? '']),
      at: atOf(reply).toISOString(),
      sentiment: null,
      language: null,
      gone: false,
    })),
  ];
  return { guests, answered, about, utterances: utterances.toSorted((a, b) => a.at.localeCompare(b.at)) };
}

const atOf = ({ publishedAt, createdAt }: { publishedAt: Date | null; createdAt: Date }): Date =>
  publishedAt ?? createdAt;

/**
 * Who may have signed what was written by hand on the platform: the account tells no more than that it is ours, so
 * anybody of the house, and the account itself where a person stands behind it.
 */
async function signersOf(db: Db, channelName: string): Promise<(accountName: string) => string[]> {
  const [people, ours] = await Promise.all([allPeople(db), ownNames(db, channelName)]);
  const team = people.map(({ name }) => name);
  return (accountName) => (ours.includes(accountName) ? team : [accountName, ...team]);
}

/** What we are called in public. */
export async function ownNames(db: Db, channelName: string): Promise<string[]> {
  const house = await readSetting(db, 'house');
  return [house?.name ?? '', channelName].filter(Boolean);
}

export function told({
  utterances,
  answered,
  about,
}: Exchange): Pick<ReviewCase, 'before' | 'comment' | 'answer' | 'after'> {
  const comment = utterances.find((one) => one.id === about?.comment.id) ?? null;
  const answer = utterances.find((one) => one.id === answered?.reply.id) ?? null;
  const pivot = (answer ?? comment)?.at ?? '';
  const others = utterances.filter((one) => one !== comment && one !== answer);
  return {
    before: others.filter((one) => one.at <= pivot),
    comment,
    answer,
    after: others.filter((one) => one.at > pivot),
  };
}
