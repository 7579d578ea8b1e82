import * as z from 'zod/mini';
import { endpoint, Id, Instant } from './endpoint.ts';
import { type FactKind, factKinds } from './live.ts';

/** Who did it: somebody of the house, the guest of a link, another system with a channel's token, or the house itself. */
export const auditActors = ['person', 'guest', 'token', 'house'] as const;
export type AuditActorKind = (typeof auditActors)[number];

/** Facts that change nothing that anybody has to answer for: texts in the making, reminders of what is still true. */
export const untracked = [
  'bell.rung',
  'draft.changed',
  'promise.due-soon',
  'review.dispute-ready',
  'sla.due-soon',
] as const satisfies readonly FactKind[];
export type TrackedKind = Exclude<FactKind, (typeof untracked)[number]>;

export const isTracked = (kind: FactKind): kind is TrackedKind => !untracked.some((one) => one === kind);
export const trackedKinds: readonly TrackedKind[] = factKinds.filter(isTracked);

type TopicOf<Kind extends string> = Kind extends `${infer Topic}.${string}` ? Topic : never;
/** What the kinds of entries are about, for looking for all of them. */
export type AuditTopic = TopicOf<TrackedKind>;
export const topicOf = (kind: FactKind) => kind.split('.', 1)[0] as AuditTopic;
export const auditTopics: readonly AuditTopic[] = [...new Set(trackedKinds.map(topicOf))];

const State = z.nullable(z.record(z.string(), z.unknown()));

/** One change. Texts and names of people outside are marks (`hmac:…`): recognised again, never read. */
export const AuditEntry = z.object({
  seq: z.number(),
  at: Instant,
  kind: z.enum(factKinds),
  actor: z.object({ kind: z.enum(auditActors), id: z.nullable(Id) }),
  channel: z.nullable(z.object({ id: Id, name: z.nullable(z.string()) })),
  /** `number` is null when the thread has become part of another one or is gone. */
  thread: z.nullable(z.object({ id: Id, number: z.nullable(z.number()) })),
  before: State,
  after: State,
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const listAudit = endpoint('GET /api/audit', {
  action: 'audit.read',
  summary: 'Who changed what, newest first. Entries of the whole house, such as sign-ins, are for administrators.',
  query: z.object({
    personId: z.optional(Id),
    channelId: z.optional(Id),
    threadId: z.optional(Id),
    /** A kind such as `thread.assigned`, or all of a topic: `thread`. */
    kind: z.optional(z.string().check(z.maxLength(40))),
    from: z.optional(Instant),
    until: z.optional(Instant),
    /** The id of an account on its platform: finds what is about it, also when the person has been erased. */
    account: z.optional(z.string().check(z.maxLength(500))),
    cursor: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
  }),
  result: z.object({ entries: z.array(AuditEntry), cursor: z.nullable(z.string()) }),
});

/** Every name under which a state may stand in `before` and `after`, beside `settings.*` of channels: each has its words. */
export const auditFields = [
  'active',
  'allowPrivateAddress',
  'approval',
  'approvalReach',
  'assigneeId',
  'author',
  'bodyDu',
  'bodySie',
  'channelId',
  'channels',
  'consent',
  'dueAt',
  'email',
  'failureKind',
  'firstMinutes',
  'goal',
  'guest',
  'guestLink',
  'hideAuthor',
  'host',
  'houseName',
  'language',
  'lastErrorCode',
  'leaderId',
  'liked',
  'linked',
  'locale',
  'mergedInto',
  'moderation',
  'name',
  'nextMinutes',
  'ownAddresses',
  'password',
  'percent',
  'platform',
  'port',
  'purpose',
  'query',
  'region',
  'register',
  'removed',
  'replyRegister',
  'resolutionMinutes',
  'resolvedReason',
  'role',
  'secrets',
  'security',
  'senderAddress',
  'senderName',
  'sentiment',
  'snoozedUntil',
  'splitFrom',
  'state',
  'status',
  'steps',
  'tag',
  'tags',
  'targetMinutes',
  'team',
  'text',
  'timeZone',
  'token',
  'topics',
  'twicePercent',
  'unsettledAct',
  'urgency',
  'user',
  'verdict',
  'visibility',
] as const;
/** What `details` may tell beside, where it has words. */
export const auditDetails = [
  'reason',
  'remark',
  'decisionRemark',
  'way',
  'outcome',
  'part',
  'format',
  'from',
  'to',
  'cadence',
  'incident',
  'account',
  'follower',
  'jumpSeconds',
] as const;
/** What the sentence of an entry is chosen by, and whom it is about. */
export const auditHints = ['verdict', 'act', 'what', 'personId'] as const;
