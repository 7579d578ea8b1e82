// Who changed what: for supervisors on their channels, for administrators everywhere. Who looks is recorded before it is answered.
import { type AuditEntry, auditDetails, auditHints, topicOf, trackedKinds } from '@stammgast/shared/contract/audit';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { type AuditRow, type AuditSearch, auditedChannels, auditPage } from '../audit/audit.queries.ts';
import { hashSecret } from '../config/secret-hash.ts';
import { record } from '../events/record.ts';
import { countHit } from '../team/throttles.queries.ts';
import type { House } from './house.ts';

const PAGE = 50;

export interface WantedAudit {
  readonly personId?: string | undefined;
  readonly channelId?: string | undefined;
  readonly threadId?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly account?: string | undefined;
  readonly cursor?: string | undefined;
}

export async function readAudit(
  house: House,
  actor: Actor,
  wanted: WantedAudit,
): Promise<{ entries: AuditEntry[]; cursor: string | null }> {
  await recordLook(house, actor, wanted);
  const search = await searchOf(house, actor, wanted);
  const before = wanted.cursor === undefined ? null : Number(wanted.cursor);
  const rows = await auditPage(house.database.reader, actor, search, before, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return { entries: page.map(present), cursor: last ? String(last.entry.seq) : null };
}

/** Reloading, turning pages and coming back from an entry is the same look. */
const ONE_LOOK_MS = 15 * 60_000;

async function recordLook(house: House, actor: Actor, { account, cursor: _, ...wanted }: WantedAudit): Promise<void> {
  const now = house.clock.now();
  const question = { ...wanted, ...(account !== undefined && { account: house.vault.mark(account) }) };
  const key = `audit:${actor.personId}:${hashSecret(JSON.stringify(Object.entries(question).toSorted()))}`;
  await house.database.transaction(async (tx) => {
    const { hits } = await countHit(tx, key, now, new Date(now.getTime() + ONE_LOOK_MS));
    if (hits > 1) return;
    await record(tx, now, [{ kind: 'audit.viewed', personId: actor.personId, payload: question }]);
  });
}

async function searchOf(house: House, actor: Actor, wanted: WantedAudit): Promise<AuditSearch> {
  const { personId, channelId, threadId, kind, from, until, account } = wanted;
  const channels = account ? await auditedChannels(house.database.reader, actor) : [];
  return {
    ...{ personId, channelId, threadId },
    kinds: kind ? trackedKinds.filter((one) => one === kind || topicOf(one) === kind) : undefined,
    from: from ? new Date(from) : undefined,
    until: until ? new Date(until) : undefined,
    subjects: account ? channels.map((id) => house.vault.mark(`${id} ${account}`)) : undefined,
  };
}

/** The others name rows of the database, and perhaps channels that are none of the reader's. */
const shown = [...auditDetails, ...auditHints];

function present({ entry, channelName, threadNumber }: AuditRow): AuditEntry {
  const { seq, at, kind, actorKind, actorId, channelId, threadId, before, after, details, hash } = entry;
  return {
    ...{ seq, kind, before, after, hash },
    details: Object.fromEntries(shown.flatMap((name) => (name in details ? [[name, details[name]]] : []))),
    at: at.toISOString(),
    actor: { kind: actorKind, id: actorId },
    channel: channelId === null ? null : { id: channelId, name: channelName },
    thread: threadId === null ? null : { id: threadId, number: threadNumber },
  };
}
