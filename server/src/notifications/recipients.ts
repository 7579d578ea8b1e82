import type { NotifyEvent } from '@stammgast/shared/domain/notify/events';
import { mayEver, type Role } from '@stammgast/shared/domain/permissions';

/** A fact with what the rules ask about it. */
export interface News {
  readonly kind: string;
  readonly channelId: string;
  /** Who did it; null for the house itself or people outside. */
  readonly by: string | null;
  readonly assigneeId: string | null;
  /** Whose answer, request or reviewed work it is about. */
  readonly writerId: string | null;
  /** Whom the fact itself names. */
  readonly named: readonly string[];
}

export interface Member {
  readonly id: string;
  readonly role: Role;
  /** Channel ids, or 'all' for administrators. */
  readonly channels: ReadonlySet<string> | 'all';
  readonly onCall: boolean;
}

type Ids = readonly (string | null)[];
interface Rule {
  readonly event: NotifyEvent;
  readonly tells: (news: News, circle: Circle) => Ids;
}

/** Who is there for a channel. */
interface Circle {
  readonly everybody: Ids;
  /** Who leads it; where nobody does, administrators stand in. */
  readonly leads: Ids;
  readonly onCall: Ids;
  /** These people, or the leads when none of them is there any more. */
  readonly orLeads: (...ids: Ids) => Ids;
}

const named = (event: NotifyEvent): Rule => ({ event, tells: (news) => news.named });
const toWriter = (event: NotifyEvent): Rule => ({ event, tells: (news) => [news.writerId] });
const toLeads = (event: NotifyEvent): Rule => ({ event, tells: (_, { leads }) => leads });

/** Who is told of which fact. What does not stand here is told to nobody. */
const rules: Readonly<Record<string, Rule>> = {
  'thread.assigned': named('assigned'),
  'note.added': named('mentioned'),
  'sla.due-soon': { event: 'soon', tells: (news) => [news.assigneeId] },
  'sla.breached': {
    event: 'breached',
    tells: (news, { everybody, leads }) => (news.assigneeId === null ? [...everybody, ...leads] : leads),
  },
  'reply.submitted': toLeads('approval'),
  'moderation.asked': toLeads('approval'),
  'reply.rejected': toWriter('returned'),
  'moderation.decided': toWriter('returned'),
  'reply.failed': { event: 'publishing', tells: (news, { orLeads }) => orLeads(news.writerId) },
  'reply.unconfirmed': { event: 'publishing', tells: (news, { orLeads }) => orLeads(news.writerId) },
  'promise.due-soon': { event: 'promise', tells: (news, { orLeads }) => orLeads(news.assigneeId ?? news.writerId) },
  'promise.broken': { event: 'promise', tells: (news, { orLeads }) => orLeads(news.assigneeId ?? news.writerId) },
  'radar.rose': { event: 'radar', tells: (_, { leads, onCall }) => [...leads, ...onCall] },
  'review.saved': toWriter('review'),
  'review.decided': toWriter('review'),
};

export const isNews = (kind: string): boolean => Object.hasOwn(rules, kind);

/**
 * Whom a fact is told to, and as what. Never the one who did it, never somebody who may not see the channel. `team`
 * holds active people only.
 */
export function recipientsOf(
  news: News,
  team: readonly Member[],
): { readonly event: NotifyEvent; readonly personIds: readonly string[] } | null {
  const rule = isNews(news.kind) && rules[news.kind];
  if (!rule) return null;
  const seeing = team.filter(({ channels }) => channels === 'all' || channels.has(news.channelId));
  const known = new Set(seeing.map(({ id }) => id));
  const personIds = rule
    .tells(news, circleOf(seeing))
    .filter((id) => id !== null)
    .filter((id) => known.has(id) && id !== news.by);
  return { event: rule.event, personIds: [...new Set(personIds)] };
}

function circleOf(seeing: readonly Member[]): Circle {
  const idsOf = (which: (member: Member) => boolean) => seeing.filter(which).map(({ id }) => id);
  const deciding = idsOf(({ role, channels }) => channels !== 'all' && mayEver(role, 'reply.approve'));
  const leads = deciding.length > 0 ? deciding : idsOf(({ channels }) => channels === 'all');
  return {
    everybody: idsOf(({ channels }) => channels !== 'all'),
    leads,
    onCall: idsOf(({ onCall }) => onCall),
    orLeads: (...ids) => (seeing.some(({ id }) => ids.includes(id)) ? ids : leads),
  };
}
