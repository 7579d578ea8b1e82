// Three months of the demo in a few statements: acting hundreds of threads out would take too long at the first start.
import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import type { IncomingComment } from '../connectors/connector.ts';
import { insertDemoReplies } from '../demo/demo.queries.ts';
import type { StaffKey } from '../demo/hotel.ts';
import type { Deed, Story } from '../demo/story.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { admitAuthors, admitPosts } from '../intake/admission.ts';
import { insertComments, type NewComment } from '../intake/intake.queries.ts';
import { commentRow } from '../intake/rows.ts';
import type { ReplyRow } from '../replies/replies.queries.ts';
import { type StoredClock, saveClocks } from '../sla/clocks.queries.ts';
import { startClocks } from '../sla/clocks.ts';
import { dueColumns } from '../sla/due.ts';
import { loadPromises } from '../sla/promises.ts';
import { askOf, wantedKinds } from '../sla/wanted.ts';
import { summaryColumns } from '../threads/rows.ts';
import { summarise } from '../threads/summary.ts';
import { insertThreads, type NewThread } from '../threads/threads.queries.ts';
import { actorOf, idOf, type Stage } from './demo-stage.ts';
import { answerRow } from './enact-deeds.ts';
import { said } from './enact-stories.ts';

type Answer = Extract<Deed, { does: 'answers' }> & { readonly at: Date };
/** A thread that is over: one comment, perhaps an answer, and its end. */
interface Past {
  readonly channelId: string;
  readonly threadId: string;
  readonly comment: IncomingComment;
  readonly assessment: Assessment;
  readonly answer: Answer | null;
  readonly end: { readonly at: Date; readonly by: StaffKey; readonly reason: ResolveReason };
}

/** Stories must be told from the oldest on, and must all be resolved in the end. */
export async function seedHistory(stage: Stage, stories: readonly Story[]): Promise<void> {
  const pasts = stories.map((story, index) => pastOf(stage, story, `history-${index + 1}`));
  const comments = await insertPastComments(stage, pasts);
  const clocks = await keepPromises(stage, pasts, comments);
  await insertThreads(
    stage.tx,
    pasts.map((past, i) => threadRow(stage, past, comments[i] as NewComment)),
  );
  const replies = pasts.flatMap((past, i) => replyRows(stage, past, comments[i]?.id ?? ''));
  await insertDemoReplies(stage.tx, replies);
  const facts = pasts.flatMap((past, i) => factsOf(stage, past, comments[i]?.id ?? '', replies, clocks));
  await record(
    stage.tx,
    stage.now,
    facts.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  );
}

const MINUTE = 60_000;

function pastOf(stage: Stage, story: Story, key: string): Past {
  const opened = stage.now.getTime() - ('ago' in story.when ? story.when.ago : 0) * MINUTE;
  const at = (after: number) => new Date(opened + after * MINUTE);
  stage.setTime(at(0));
  const deeds = story.deeds ?? [];
  const answer = deeds.find((deed) => deed.does === 'answers');
  const resolves = deeds.find((deed) => deed.does === 'resolves');
  const last = resolves ?? answer;
  if (!last) throw new Error('history is over');
  return {
    channelId: idOf(stage, story.channel),
    threadId: stage.house.newId(),
    comment: said(stage, story, key, story),
    assessment: stage.house.classify({ body: story.text, fallbackLanguage: 'de' }),
    answer: answer ? { ...answer, at: at(answer.after) } : null,
    end: { at: at(last.after), by: last.by, reason: resolves?.reason ?? 'answered' },
  };
}

async function insertPastComments(stage: Stage, pasts: readonly Past[]): Promise<NewComment[]> {
  const { house, tx } = stage;
  const authors = new Map<string, string>();
  const posts = new Map<string, string>();
  for (const [channelId, some] of Map.groupBy(pasts, (past) => past.channelId)) {
    const additions = some.map(({ comment }) => ({ comment, removal: null }));
    const { byExternalId } = await admitAuthors(house.newId, tx, channelId, additions);
    for (const [name, row] of byExternalId) authors.set(`${channelId} ${name}`, row.id);
    for (const [name, id] of await admitPosts(house.newId, tx, channelId, additions))
      posts.set(`${channelId} ${name}`, id);
  }
  const rows = pasts.map(({ channelId, threadId, comment, assessment }) => {
    stage.setTime(comment.postedAt);
    const authorId = authors.get(`${channelId} ${comment.author.externalId}`);
    if (!authorId) throw new Error('an author was not admitted');
    const postId = posts.get(`${channelId} ${comment.post?.externalId}`) ?? null;
    const places = { id: house.newId(), channelId, threadId, authorId, postId, receivedAt: comment.postedAt };
    return commentRow({ comment, removal: null }, { ...places, assessment });
  });
  await insertComments(tx, rows);
  return rows;
}

/** Clocks as they were started and ended; broken promises are told already. */
async function keepPromises(
  stage: Stage,
  pasts: readonly Past[],
  comments: readonly NewComment[],
): Promise<Map<string, StoredClock[]>> {
  const { house, tx } = stage;
  const wanted = pasts.flatMap(({ channelId, threadId }, index) =>
    wantedKinds([]).map((kind) => ({ channelId, threadId, kind, ...askOf(comments[index] as NewComment) })),
  );
  const started = await startClocks(tx, await loadPromises(tx), wanted, house.newId);
  const ended = new Map(
    pasts.map((past) => [past.threadId, (started.get(past.threadId) ?? []).map((clock) => endClock(clock, past))]),
  );
  await saveClocks(tx, [...ended.values()].flat());
  return ended;
}

function endClock(clock: StoredClock, { answer, end }: Past): StoredClock {
  const met = clock.kind === 'first' ? (answer?.at ?? null) : null;
  const at = met ?? end.at;
  const how = met ? { metAt: met } : { stoppedAt: end.at, stopReason: end.reason };
  return { ...clock, ...how, breachedAt: clock.dueAt < at ? clock.dueAt : null, nextFactAt: null };
}

function threadRow(stage: Stage, { threadId, channelId, end }: Past, comment: NewComment): NewThread {
  const { own = false, visibility = 'public', removedAt = null, language = null } = comment;
  const { urgency = 0, needsAnswer = false } = comment;
  const summary = summarise([{ ...comment, own, visibility, removedAt, language, urgency, needsAnswer }]);
  const { personId } = actorOf(stage, end.by);
  return {
    id: threadId,
    channelId,
    postId: comment.postId ?? null,
    ...summaryColumns(summary),
    status: 'resolved',
    resolvedReason: end.reason,
    resolvedBy: personId,
    resolvedAt: end.at,
    assigneeId: personId,
    ...dueColumns([], comment.postedAt),
  };
}

function replyRows(stage: Stage, { threadId, channelId, answer }: Past, commentId: string): ReplyRow[] {
  if (!answer) return [];
  stage.setTime(answer.at);
  const row = answerRow(stage, { id: commentId, threadId, channelId }, actorOf(stage, answer.by), answer);
  return [{ ...row, state: 'published', openFor: null, publishedAt: answer.at }];
}

type Told = NewFact & { readonly at: Date };

function factsOf(
  stage: Stage,
  { threadId, channelId, comment, answer, end }: Past,
  commentId: string,
  replies: readonly ReplyRow[],
  clocks: ReadonlyMap<string, readonly StoredClock[]>,
): Told[] {
  const where = { threadId, channelId };
  const facts: Told[] = [{ kind: 'comment.received', at: comment.postedAt, ...where, payload: { commentId } }];
  const reply = answer && replies.find((row) => row.threadId === threadId);
  if (reply) {
    const { personId } = reply;
    facts.push({ kind: 'reply.published', at: answer.at, ...where, personId, payload: { replyId: reply.id } });
  }
  for (const clock of clocks.get(threadId) ?? []) {
    if (!clock.breachedAt) continue;
    const payload = { clockId: clock.id, clock: clock.kind, dueAt: clock.dueAt.toISOString() };
    facts.push({ kind: 'sla.breached', at: clock.breachedAt, ...where, payload });
  }
  const { personId } = actorOf(stage, end.by);
  facts.push({ kind: 'thread.resolved', at: end.at, ...where, personId, payload: { reason: end.reason } });
  return facts;
}
