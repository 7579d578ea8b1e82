import type { ThreadRow } from '../../contract/threads.ts';
import { isChannelNamed, isSameName, peopleNamed } from './names.ts';
import type { HasWord, IsWord, SearchNode, SearchTerm, TimeLeft } from './search.ts';

/** Who looks at a row, and when. */
export interface Looking {
  readonly personId: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Those that are known, with the teams that they belong to. */
  readonly channels: readonly { readonly id: string; readonly team: { readonly name: string } | null }[];
}

/**
 * Whether a row is among what is searched, as the server decides it; null: a row alone cannot tell. `now` moves on, so
 * the answer holds for this instant.
 */
export function fulfils(node: SearchNode | null, row: ThreadRow, looking: Looking): boolean | null {
  if (node === null) return true;
  switch (node.kind) {
    case 'text':
      return null;
    case 'term':
      return fulfilsTerm(node.term, row, looking);
    case 'not': {
      const inner = fulfils(node.of, row, looking);
      return inner === null ? null : !inner;
    }
    case 'and':
    case 'or':
      return settled(
        node.of.map((one) => fulfils(one, row, looking)),
        node.kind === 'or',
      );
  }
}

/** One answer that decides is enough; else one that is not known leaves it open. */
function settled(answers: readonly (boolean | null)[], deciding: boolean): boolean | null {
  if (answers.includes(deciding)) return deciding;
  return answers.includes(null) ? null : !deciding;
}

function fulfilsTerm(term: SearchTerm, row: ThreadRow, looking: Looking): boolean | null {
  switch (term.key) {
    case 'is':
      return stands[term.value](row, looking.now);
    case 'has':
      return holds[term.value](row);
    case 'sentiment':
      return row.sentiment === term.value;
    case 'lang':
      return row.language === term.value;
    case 'topic':
      return row.topics.includes(term.value);
    case 'sla':
      return typeof term.value === 'string' ? null : hasLeft(row, term.value, looking.now);
    case 'assignee':
      return isAssigned(row, term.value, looking);
    case 'team':
      return isOfTeam(row, term.value, looking);
    case 'author':
    case 'incident':
    case 'created':
    case 'answered':
    case 'quality':
      return null;
    default:
      return isNamed(row, term);
  }
}

function isNamed(row: ThreadRow, { key, value }: { key: string; value: string }): boolean {
  if (key === 'tag') return row.tags.some((tag) => isSameName(tag, value));
  if (key === 'account') return isSameName(row.channelName, value);
  return isChannelNamed({ platform: row.platform, name: row.channelName }, value);
}

/** Of a channel that is not known nobody can say. */
function isOfTeam({ channelId }: ThreadRow, name: string, { channels }: Looking): boolean | null {
  const channel = channels.find((one) => one.id === channelId);
  if (!channel) return null;
  return channel.team !== null && isSameName(channel.team.name, name);
}

const attention: readonly (string | null)[] = ['failed', 'unconfirmed', 'by-hand'];
const unknown = () => null;

const stands: Readonly<Record<IsWord, (row: ThreadRow, now: string) => boolean | null>> = {
  open: (row) => row.status === 'open' && row.snoozedUntil === null,
  waiting: (row) => row.status === 'waiting' && row.snoozedUntil === null,
  done: (row) => row.status === 'resolved',
  snoozed: (row) => row.snoozedUntil !== null,
  soon: (row, now) => row.status !== 'resolved' && row.due !== null && row.due.soonAt <= now && now < row.due.dueAt,
  overdue: (row, now) => row.status !== 'resolved' && row.due !== null && row.due.dueAt <= now,
  approval: (row) => row.replyState === 'awaiting-approval',
  attention: (row) => attention.includes(row.replyState),
  breached: unknown,
  answered: unknown,
  mentioned: unknown,
  unread: unknown,
};

const holds: Readonly<Record<HasWord, (row: ThreadRow) => boolean | null>> = {
  promise: (row) => row.promiseDueAt !== null,
  draft: unknown,
  note: unknown,
  approval: unknown,
  deadline: unknown,
};

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function hasLeft(row: ThreadRow, { sign, count, unit }: TimeLeft, now: string): boolean {
  if (row.status === 'resolved' || row.due === null) return false;
  const limit = new Date(Date.parse(now) + count * unitMs[unit]).toISOString();
  return sign === '<' ? row.due.dueAt < limit : row.due.dueAt > limit;
}

function isAssigned(row: ThreadRow, value: 'me' | 'none' | `@${string}`, { personId, people }: Looking): boolean {
  if (value === 'none') return row.assigneeId === null;
  if (value === 'me') return row.assigneeId === personId;
  return peopleNamed(people, value.slice(1)).some((person) => person.id === row.assigneeId);
}
