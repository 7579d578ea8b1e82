// Follows the record and tells people what concerns them, once each: into the bell, and from there to their devices.
import { isAboutReviews, type NotifyEvent, wants } from '@stammgast/shared/domain/notify/events';
import { newestSeq, type StoredFact } from '../events/events.queries.ts';
import { type Follower, followDurably } from '../events/follow-durably.ts';
import { record } from '../events/record.ts';
import { BUNDLE_MS, bundle, type Tell } from '../notifications/bundles.ts';
import { insertNotifications, openBundles, renewNotifications } from '../notifications/notifications.queries.ts';
import { concerns, isNews, type News, recipientsOf } from '../notifications/recipients.ts';
import { activeTeam, assigneesOf, type TeamMember, writersOf } from '../notifications/subjects.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import { planPush } from './push-to-devices.ts';

type Telling = Pick<House, 'database' | 'clock' | 'log' | 'newId'>;

/** Somebody who is not told of one thing still has to be told of the next. */
export const peopleTold: Follower = { name: 'notifications', from: 'now', about: isNews, maySkip: true };

/** Tells of every fact from now on until it is stopped. */
export async function tellPeople(house: Telling): Promise<{ stop(): Promise<void> }> {
  const stop = await followDurably(house, peopleTold, (tx, facts) => tellOf(house, tx, facts));
  return { stop };
}

/** Tells people of these facts; what it writes and how far it has come belong into one transaction. */
export async function tellOf(
  house: Pick<House, 'clock' | 'newId'>,
  tx: Db,
  facts: readonly StoredFact[],
): Promise<void> {
  const relevant = facts.filter(concerns).flatMap(byChannel);
  if (relevant.length === 0) return;
  const now = house.clock.now();
  const team = await activeTeam(tx);
  const tells = tellsOf(relevant, await newsOf(tx, relevant), team);
  const people = [...new Set(tells.map(({ personId }) => personId))];
  if (people.length === 0) return;
  const open = await openBundles(tx, people, new Date(now.getTime() - BUNDLE_MS));
  const bundles = bundle(tells, open, house.newId);
  // Each telling ends with a fact of its own, so this grows from one to the next on all nodes, as their clocks may not.
  const told = await newestSeq(tx);
  await insertNotifications(
    tx,
    bundles.filter(({ isNew }) => isNew).map(({ items: _, isNew: __, ...row }) => ({ ...row, at: now, readAt: null })),
    bundles.flatMap(({ id: notificationId, items }) =>
      items.map(({ channelId, threadId, byId, replyId, incident }) => ({
        ...{ id: house.newId(), notificationId, at: now, told },
        ...{ channelId, threadId, byId, replyId, incident },
      })),
    ),
  );
  const joined = bundles.filter(({ isNew }) => !isNew);
  for (const [urgency, same] of Map.groupBy(joined, (one) => one.urgency)) {
    await renewNotifications(tx, idsOf(same), urgency);
  }
  const personIds = [...new Set(bundles.map(({ personId }) => personId))];
  await planPush(tx, personIds, now);
  if (personIds.length > 0) await record(tx, now, [{ kind: 'bell.rung', payload: { personIds } }]);
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What the rules ask about the facts, in one look for all of them. */
async function newsOf(tx: Db, facts: readonly StoredFact[]): Promise<News[]> {
  const from = (name: string) => facts.flatMap(({ payload }) => text(payload?.[name]) ?? []);
  const assignees = await assigneesOf(
    tx,
    facts.flatMap(({ threadId }) => threadId ?? []),
  );
  const writers = await writersOf(tx, from('replyId'), from('moderationId'));
  return facts.map(({ kind, channelId, threadId, personId, payload }) => {
    const subject = text(payload?.replyId) ?? text(payload?.moderationId) ?? '';
    const mentions = Array.isArray(payload?.mentions) ? payload.mentions.map(String) : [];
    return {
      kind,
      channelId: channelId ?? '',
      by: personId,
      assigneeId: (threadId && assignees.get(threadId)) || null,
      writerId: writers.get(subject) ?? text(payload?.authorId),
      named: [...mentions, text(payload?.to)].filter((id) => id !== null),
      reviewerId: text(payload?.reviewerId),
      blind: payload?.blind === true,
    };
  });
}

function tellsOf(facts: readonly StoredFact[], news: readonly News[], team: readonly TeamMember[]): Tell[] {
  const members = new Map(team.map((member) => [member.id, member]));
  const tells = facts.flatMap((fact, i) => {
    const told = news[i] && recipientsOf(news[i], team);
    if (!told) return [];
    const about = aboutOf(fact, told.event);
    return told.personIds.flatMap((personId) => {
      const choice = members.get(personId)?.preferences.notify ?? {};
      const inBell = wants(choice, told.event, 'bell');
      const urgency = wants(choice, told.event, 'desktop') ? Number(fact.payload?.level ?? 0) : null;
      return inBell || urgency !== null ? [{ seq: fact.seq, personId, inBell, urgency, ...about }] : [];
    });
  });
  return oncePerFact(tells);
}

const aboutOf = ({ channelId, threadId, personId, payload }: StoredFact, event: NotifyEvent) => ({
  event,
  channelId: channelId ?? '',
  threadId,
  // Who has judged, and whose answer it was, is not told by the bell.
  byId: isAboutReviews(event) ? null : personId,
  replyId: text(payload?.replyId),
  incident: number(payload?.incident),
});

/** A storm has reached several channels: each tells those who see it, as loud as it is there. */
function byChannel(fact: StoredFact): StoredFact[] {
  const levels = fact.kind === 'radar.rose' ? fact.payload?.levels : undefined;
  if (typeof levels !== 'object' || levels === null) return [fact];
  return Object.entries(levels).map(([channelId, level]) => ({
    ...fact,
    channelId,
    payload: { ...fact.payload, level },
  }));
}

/** Who sees several of these channels is told of the loudest. */
function oncePerFact(tells: readonly (Tell & { readonly seq: number })[]): Tell[] {
  const same = Map.groupBy(tells, ({ seq, personId }) => `${seq} ${personId}`);
  return [...same.values()].flatMap((some) => {
    const [loudest] = some.toSorted((a, b) => (b.urgency ?? 0) - (a.urgency ?? 0));
    if (!loudest) return [];
    const { seq: _, ...tell } = loudest;
    return [tell];
  });
}
