export const roles = ['agent', 'lead', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * Everything that can be done over HTTP. `public` needs no session, `self` any session, `integration` a channel's
 * bearer token, `operations` the metrics token or a loopback address; all others are rows of the policy table.
 */
export const actions = [
  'public',
  'self',
  'integration',
  'operations',
  'thread.read',
  'thread.work',
  'note.write',
  'reply.write',
  'reply.approve',
  'moderation.decide',
  'review.write',
  'review.read',
  'snippet.manage',
  'view.share',
  'report.read',
  'report.schedule',
  'audit.read',
  'radar.read',
  'radar.manage',
  'wall.read',
  'figures.people',
  'channel.read',
  'channel.manage',
  'team.read',
  'team.manage',
  'sla.read',
  'sla.manage',
  'house.manage',
] as const;
export type Action = (typeof actions)[number];

/** Where a role may do something: on channels it is a member of, or in the whole house. */
type Reach = 'channel' | 'house';
type Policy = Partial<Record<Role, Reach>>;

const everybody: Policy = { agent: 'channel', lead: 'channel', supervisor: 'channel', admin: 'house' };
const answering: Policy = { agent: 'channel', lead: 'channel', admin: 'house' };
const leading: Policy = { lead: 'channel', admin: 'house' };
const house: Policy = { agent: 'house', lead: 'house', supervisor: 'house', admin: 'house' };

/** The one policy table: role × action × channel. Router, queries, client and the matrix test read it. */
export const policies: Record<Exclude<Action, 'public' | 'self' | 'integration' | 'operations'>, Policy> = {
  'thread.read': everybody,
  'thread.work': answering,
  'note.write': everybody,
  'reply.write': answering,
  'reply.approve': leading,
  'moderation.decide': leading,
  'review.write': { supervisor: 'channel', admin: 'house' },
  'review.read': { lead: 'channel', supervisor: 'channel', admin: 'house' },
  'snippet.manage': { lead: 'house', admin: 'house' },
  'view.share': { lead: 'house', admin: 'house' },
  'report.read': { lead: 'channel', supervisor: 'channel', admin: 'house' },
  'report.schedule': { lead: 'house', admin: 'house' },
  'audit.read': { supervisor: 'channel', admin: 'house' },
  'radar.read': everybody,
  'radar.manage': { lead: 'channel', supervisor: 'channel', admin: 'house' },
  'wall.read': { lead: 'channel', supervisor: 'channel', admin: 'house' },
  'figures.people': leading,
  'channel.read': everybody,
  'channel.manage': { admin: 'house' },
  'team.read': house,
  'team.manage': { admin: 'house' },
  'sla.read': house,
  'sla.manage': { lead: 'house', admin: 'house' },
  'house.manage': { admin: 'house' },
};

/** Who acts: a signed-in person with a role and the channels they belong to. */
export interface Actor {
  readonly personId: string;
  readonly role: Role;
  /** Channel ids, or 'all' for administrators. */
  readonly channels: readonly string[] | 'all';
}

const isPolicyAction = (action: Action): action is keyof typeof policies => action in policies;

/** May this role do it at all, on whichever channel? */
export function mayEver(role: Role, action: Action): boolean {
  if (action === 'public' || action === 'self') return true;
  return isPolicyAction(action) && policies[action][role] !== undefined;
}

/** May the actor do it on this channel? A channel that the actor does not belong to answers no. */
export function mayOn(actor: Actor, action: Action, channelId: string): boolean {
  if (!mayEver(actor.role, action)) return false;
  return sees(actor, channelId);
}

export function sees(actor: Actor, channelId: string): boolean {
  return actor.channels === 'all' || actor.channels.includes(channelId);
}
