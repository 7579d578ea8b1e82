// One transaction: authors, posts, comments, their threads and clocks, and the facts that tell of them.
import type { FactKind } from '@stammgast/shared/contract/live';
import type { IncomingChange, IncomingComment } from '../connectors/connector.ts';
import { both, type Change, changeOf } from '../events/change.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { admitAuthors, admitPosts } from '../intake/admission.ts';
import {
  type CommentRow,
  commentsByExternalId,
  deleteTombstones,
  repliesByExternalId,
  saveComments,
  saveTombstones,
  setCursor,
  textsByExternalId,
  tombstonesByExternalId,
} from '../intake/intake.queries.ts';
import { type Addition, type Amendment, externalIdOf, isIncoming, type Plan, planChanges } from '../intake/plan.ts';
import { contentOf } from '../intake/rows.ts';
import { isGone, READING } from '../intake/settle.ts';
import type { Db } from '../storage/database.ts';
import { confirmByEcho } from './confirm-by-echo.ts';
import type { House } from './house.ts';
import { type Placed, placeComments } from './place-comments.ts';
import type { Assess, Received, ReceiveOptions, ReceivingChannel } from './receiving.ts';
import { refreshThreads } from './refresh-threads.ts';

export async function admitComments(
  house: House,
  tx: Db,
  channel: ReceivingChannel,
  changes: readonly IncomingChange[],
  assess: Assess,
  options: ReceiveOptions,
): Promise<readonly Received[]> {
  await tx.dialect.lock(tx, channel.id);
  await options.mustStand?.(tx);
  const now = house.clock.now();
  const plan = await planAgainst(tx, channel.id, changes);
  const { additions, proofs } = await withoutEchoes(house, tx, channel.id, plan.additions);

  const placed = await addComments(house, tx, channel, additions, assess, options, now);
  await saveComments(
    tx,
    plan.amendments.map((amendment) => amended(amendment, assess, now)),
  );
  await saveTombstones(
    tx,
    plan.tombstones.map(({ externalId, removal }) => ({
      id: house.newId(),
      channelId: channel.id,
      externalId,
      version: removal.version,
      removedAt: removal.at,
    })),
  );

  const turned = await refreshThreads(house, tx, {
    channelId: channel.id,
    placed,
    amended: plan.amendments.filter((a) => a.what !== 'noted').map((a) => a.row.threadId),
    unsaid: plan.amendments.filter(changesWhatWasSaid).map((a) => a.row.threadId),
    history: options.history,
    now,
  });
  if (options.cursor) await setCursor(tx, channel.id, options.cursor);
  const facts = factsOf(house, channel.id, { additions, placed, plan }, options);
  await record(tx, now, [...proofs, ...withTurns(facts, turned)]);
  return plan.outcomes;
}

async function planAgainst(tx: Db, channelId: string, changes: readonly IncomingChange[]): Promise<Plan> {
  const ids = [...new Set(changes.map(externalIdOf))];
  if (ids.length === 0) return planChanges([], new Map(), new Map());
  const known = await textsByExternalId(tx, channelId, ids);
  const stored = known.length > 0 ? await commentsByExternalId(tx, channelId, ids) : [];
  const graves = await tombstonesByExternalId(tx, channelId, ids);
  return planChanges(
    changes,
    new Map(stored.map((row) => [row.externalId, row])),
    new Map(graves.map((grave) => [grave.externalId, { version: grave.version, at: grave.removedAt }])),
  );
}

/** Our own answers come back from the platform as comments: proof of what was sent, and shown as answers already. */
async function withoutEchoes(
  house: House,
  tx: Db,
  channelId: string,
  all: readonly Addition[],
): Promise<{ additions: readonly Addition[]; proofs: readonly NewFact[] }> {
  const own = all.filter((a) => a.comment.author.own);
  if (own.length === 0) return { additions: all, proofs: [] };
  const known = await repliesByExternalId(
    tx,
    channelId,
    own.map((a) => a.comment.externalId),
  );
  // An answer that waits for its release is looked at again: this may be the release.
  const echoes = new Set(known.filter((reply) => reply.state === 'published').map((reply) => reply.externalId));
  const proofs: NewFact[] = [];
  for (const { comment } of own) {
    const proof = echoes.has(comment.externalId) ? null : await confirmByEcho(house, tx, { channelId, ...comment });
    if (!proof) continue;
    echoes.add(comment.externalId);
    proofs.push(...proof.facts);
  }
  return { additions: all.filter((a) => !echoes.has(a.comment.externalId)), proofs };
}

async function addComments(
  house: House,
  tx: Db,
  channel: ReceivingChannel,
  additions: readonly Addition[],
  assess: Assess,
  options: ReceiveOptions,
  now: Date,
): Promise<Placed> {
  const authors = await admitAuthors(house.newId, tx, channel.id, additions);
  const posts = await admitPosts(house.newId, tx, channel.id, additions);
  const placed = await placeComments(house, tx, channel.id, additions, { authors, posts, assess, now, ...options });
  const risen = additions.filter((a) => a.removal).map((a) => a.comment.externalId);
  if (risen.length > 0) await deleteTombstones(tx, channel.id, risen);
  return placed;
}

function amended({ row, known, what }: Amendment, assess: Assess, now: Date): CommentRow {
  const { comment, removal } = known;
  if (!comment) return row;
  const anew = comment.body !== row.body || what === 'restored';
  const fresh = anew && isIncoming(comment) ? contentOf(comment, assess(comment), row) : {};
  return {
    ...row,
    ...fresh,
    // Nobody finds any more what its author has taken back.
    ...(isGone(known) ? { stems: '' } : {}),
    visibility: comment.visibility,
    unsettledAct: stillUnsettled(row, comment.visibility),
    likes: comment.likes,
    url: comment.url,
    version: comment.version ?? READING,
    removedVersion: removal?.version ?? null,
    removedAt: what === 'removed' ? (removal?.at ?? now) : what === 'restored' ? null : row.removedAt,
    editedAt: comment.body === row.body ? row.editedAt : now,
  };
}

/** Somebody outside took other words, took them back or put them back; who may read them is the platform's matter. */
const changesWhatWasSaid = ({ row, known, what }: Amendment): boolean =>
  !row.own && (what === 'removed' || what === 'restored' || (what === 'edited' && known.comment?.body !== row.body));

/** What was asked of the platform and not confirmed is over when it shows another state than we knew. */
const stillUnsettled = (row: CommentRow, seen: CommentRow['visibility']) =>
  seen === row.visibility ? row.unsettledAct : null;

const amendmentKinds: Record<Amendment['what'], FactKind | null> = {
  edited: 'comment.edited',
  removed: 'comment.removed',
  restored: 'comment.restored',
  noted: null,
};

interface Admitted {
  readonly additions: readonly Addition[];
  readonly placed: Placed;
  readonly plan: Plan;
}

/** Whose words they are and what they say is told by marks: these stay when the words have to go. */
function factsOf(
  { vault }: House,
  channelId: string,
  { additions, placed, plan }: Admitted,
  { history, by }: ReceiveOptions,
): NewFact[] {
  const source = by && { by };
  const subjectOf = (comment: IncomingComment) => vault.mark(`${channelId} ${comment.author.externalId}`);
  const stateOf = ({ body, visibility }: { body: string; visibility?: string | undefined }) => ({
    text: vault.mark(body),
    visibility,
  });
  const received = (history ? [] : placed.comments).map(({ threadId, id, ...comment }, i) => ({
    kind: 'comment.received' as const,
    threadId,
    payload: { commentId: id, subject: subjectOf((additions[i] as Addition).comment), ...source },
    change: { before: null, after: stateOf(comment) },
  }));

  const merged = placed.merged.map((m) => ({
    kind: 'thread.merged' as const,
    threadId: m.from,
    payload: { into: m.into },
    change: { before: { mergedInto: null }, after: { mergedInto: m.into } },
  }));
  const amended = plan.amendments.flatMap(({ row, known, what }) => {
    const kind = amendmentKinds[what];
    if (!kind) return [];
    const { comment } = known;
    const payload = { commentId: row.id, ...source, ...(isIncoming(comment) && { subject: subjectOf(comment) }) };
    const removed = { was: row.removedAt !== null, is: isGone(known) };
    const change = changeOf(
      { ...stateOf(row), removed: removed.was },
      { ...stateOf(comment ?? row), removed: removed.is },
    );
    return [{ kind, threadId: placed.survivor(row.threadId), payload, change }];
  });
  return [...received, ...merged, ...amended].map((fact) => ({ ...fact, channelId }));
}

/** What somebody said may open a thread again, or close it; that stands with the first word of it. */
function withTurns(facts: readonly NewFact[], turned: ReadonlyMap<string, Change>): NewFact[] {
  const left = new Map(turned);
  return facts.map((fact) => {
    const turn = left.get(fact.threadId ?? '');
    left.delete(fact.threadId ?? '');
    return turn && fact.change ? { ...fact, change: both(fact.change, turn) } : fact;
  });
}
