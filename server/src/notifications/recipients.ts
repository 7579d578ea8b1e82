import type { NotifyEvent } from '@stammgast/shared/domain/notify/events';
import { type Action, mayEver, type Role } from '@stammgast/shared/domain/permissions';

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
  /** Whose review it is about. */
  readonly reviewerId: string | null;
  /** Somebody is still to review the same without knowing of it. */
  readonly blind: boolean;
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
  /** Who looks at it a second time; administrators stand in for them, too. */
  readonly reviewers: Ids;
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
  'review.disputed': {
    event: 'disputed',
    tells: ({ reviewerId, blind }, { reviewers }) => [reviewerId, ...(blind ? [] : reviewers)],
  },
  // Its reviewer knows of it already.
  'review.dispute-ready': {
    event: 'disputed',
    tells: ({ reviewerId, writerId }, { reviewers }) => reviewers.filter((id) => id !== reviewerId && id !== writerId),
  },
  'review.decided': toWriter('settled'),
  // Belongs to no channel, so only administrators see it.
  'house.alarmed': toLeads('house'),
};

export const isNews = (kind: string): boolean => Object.hasOwn(rules, kind);
/** Is there anything to tell of the fact? Other news of a channel that is gone concerns nobody. */
export const concerns = ({ kind, channelId }: { readonly kind: string; readonly channelId: string | null }): boolean =>
  isNews(kind) && (channelId !== null || kind === 'house.alarmed');

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
  const ableTo = (action: Action) => {
    const able = idsOf(({ role, channels }) => channels !== 'all' && mayEver(role, action));
    return able.length > 0 ? able : idsOf(({ channels }) => channels === 'all');
  };
  const leads = ableTo('reply.approve');
  return {
    everybody: idsOf(({ channels }) => channels !== 'all'),
    leads,
    onCall: idsOf(({ onCall }) => onCall),
    reviewers: ableTo('review.write'),
    orLeads: (...ids) => (seeing.some(({ id }) => ids.includes(id)) ? ids : leads),
  };
}
