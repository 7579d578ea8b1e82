// What was said in a thread under review. Until names may be seen, those who may have signed for us are blacked out.
import type { ReviewCase, Utterance } from '@stammgast/shared/contract/review';
import { answerersOf, answersAround } from '../review/case.queries.ts';
import { concealNamed, concealNames, INK } from '../review/conceal.ts';
import type { SampleRecord } from '../review/samples.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { allPeople } from '../team/people.queries.ts';
import { commentById, commentsOfThread } from '../threads/detail.queries.ts';

type Told = NonNullable<Awaited<ReturnType<typeof commentById>>>;
type Signers = (accountName: string) => string[];
export type Exchange = Awaited<ReturnType<typeof exchangeOf>>;

/** Everything that was said, and which answer to which comment is looked at. */
export async function exchangeOf(db: Db, { sample, channel }: SampleRecord, named: boolean) {
  const [recent, answers, answerers, signers] = await Promise.all([
    commentsOfThread(db, sample.threadId),
    answersAround(db, sample.threadId, sample.replyId),
    answerersOf(db, sample.threadId),
    named ? null : signersOf(db, channel.name),
  ]);
  const answered = answers.find(({ reply }) => reply.id === sample.replyId) ?? null;
  const among = recent.find(({ comment }) => comment.id === answered?.reply.commentId) ?? null;
  // In a very long thread it may be older than all that was read.
  const older = answered && !among ? await commentById(db, answered.reply.commentId) : null;
  const comments: Told[] = older ? [older, ...recent] : recent;
  const byHand = comments.filter(isOurs);
  const firstAt = Math.min(
    ...byHand.map(({ comment }) => comment.postedAt.getTime()),
    ...answerers.map(({ since }) => since?.getTime() ?? Number.POSITIVE_INFINITY),
  );
  const accounts = new Set(byHand.map(({ author }) => author.name));
  const conceal = signers && concealing(signers, accounts, answerers.map(signedBy));
  const said = (one: Told): string => {
    const { body, postedAt } = one.comment;
    if (!conceal) return body;
    if (isOurs(one)) return conceal.ours(one.author.name, body);
    return postedAt.getTime() > firstAt ? conceal.theirs(body) : body;
  };
  const guests = comments.filter((one) => !isOurs(one));
  const gone = guests.find(({ comment }) => comment.visibility === 'hidden');
  const about = answered ? (among ?? older) : (gone ?? guests[0] ?? null);
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
    ...answers.map(({ reply, personName }) => ({
      id: reply.id,
      guestName: null,
      body: named ? reply.body : concealNames([signedBy({ ...reply, personName })])(reply.body),
      at: atOf(reply).toISOString(),
      sentiment: null,
      language: null,
      gone: false,
    })),
  ];
  return { guests, answered, about, utterances: utterances.toSorted((a, b) => a.at.localeCompare(b.at)) };
}

const signedBy = ({ guestName, personName }: { guestName: string | null; personName: string | null }): string =>
  guestName ?? personName ?? '';

const isOurs = ({ comment, author }: Told): boolean => author.own || comment.own;

/** Both ways of blacking out, made once for all that was said. */
function concealing(signers: Signers, accounts: ReadonlySet<string>, authors: readonly string[]) {
  const ofAccount = new Map([...accounts].map((name) => [name, concealNames(signers(name))]));
  const maybe = new Set([...accounts].flatMap(signers));
  return {
    ours: (account: string, body: string): string => ofAccount.get(account)?.(body) ?? INK,
    theirs: concealNamed([...new Set(authors)], [...maybe]),
  };
}

const atOf = ({ publishedAt, createdAt }: { publishedAt: Date | null; createdAt: Date }): Date =>
  publishedAt ?? createdAt;

/**
 * Who may have signed what was written by hand on the platform: the account tells no more than that it is ours, so
 * anybody of the house, and the account itself where a person stands behind it.
 */
async function signersOf(db: Db, channelName: string): Promise<Signers> {
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
