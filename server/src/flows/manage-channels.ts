// Connecting, changing and disconnecting channels. Settings are tried before they are kept.
import type { Channel, Connection, Platform, SettingsField, TestResult } from '@stammgast/shared/contract/channels';
import type { ApprovalRule } from '@stammgast/shared/domain/approval-codes';
import { tidyAddress } from '@stammgast/shared/domain/own-address';
import type { Actor } from '@stammgast/shared/domain/permissions';
import {
  activityOf,
  type ChannelRow,
  connectedChannel,
  connectedChannels,
  insertChannel,
  updateChannel,
} from '../channels/channels.queries.ts';
import { presentChannel } from '../channels/present.ts';
import { type Settings, settingsForm } from '../channels/settings-form.ts';
import { allTeams } from '../channels/teams.queries.ts';
import { newSecret } from '../config/ids.ts';
import { hashSecret } from '../config/secret-hash.ts';
import { ChannelError } from '../connectors/connector.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { refreshDue, stopClocks } from '../sla/clocks.ts';
import type { Db } from '../storage/database.ts';
import { resolveChannelThreads } from '../threads/threads.queries.ts';
import {
  channelChange,
  connectorOf,
  sealedSettings,
  storedSettings,
  tryConnection,
  validSettings,
} from './channel-settings.ts';
import { endWaiting } from './end-waiting.ts';
import { scheduleFetch } from './fetch-jobs.ts';
import type { House } from './house.ts';
import { capabilitiesOf } from './open-channel.ts';

const DAY_MS = 24 * 3_600_000;

/** The channels that the actor may see, with what came in. */
export async function listChannels(house: House, actor: Actor): Promise<{ channels: Channel[] }> {
  return { channels: await presented(house, await connectedChannels(house.database.reader, actor.channels)) };
}

export function listConnections(house: House): { connections: Connection[] } {
  const connections = [...house.connectors.values()].map((connector) => ({
    platform: connector.platform,
    can: connector.can({}),
    fields: settingsForm(connector.settings, connector.secrets),
  }));
  return { connections };
}

interface Trial {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly allowPrivateAddress: boolean;
  readonly channelId?: string | undefined;
}

/** Tries settings without keeping them. Throws only for settings that are no settings at all. */
export async function testConnection(house: House, trial: Trial): Promise<TestResult> {
  const connector = connectorOf(house, trial.platform);
  const channel = trial.channelId ? await channelOrNotFound(house.database.reader, trial.channelId) : null;
  if (channel && channel.platform !== trial.platform) throw notFound();
  const settings = validSettings(connector, channel ? storedSettings(house, channel) : {}, trial.settings);
  try {
    const { found } = await tryConnection(house, connector, settings, trial.allowPrivateAddress);
    return { ok: true, code: null, detail: '', found };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    return { ok: false, code: error.code, detail: error.message, found: null };
  }
}

interface NewConnection {
  readonly platform: Platform;
  readonly name: string;
  readonly settings: Settings;
  readonly allowPrivateAddress: boolean;
  readonly replyRegister: 'sie' | 'du';
  readonly language: string | null;
  readonly ownAddresses?: readonly string[] | undefined;
}

/** `token`: for systems that push; it is told once and only its hash is kept. */
export async function addChannel(
  house: House,
  actor: Actor,
  given: NewConnection,
): Promise<{ channel: Channel; token: string | null }> {
  const connector = connectorOf(house, given.platform);
  const settings = validSettings(connector, {}, given.settings);
  await mustWork(tryConnection(house, connector, settings, given.allowPrivateAddress));
  const id = house.newId();
  const now = house.clock.now();
  const token = connector.can(settings).push ? newSecret() : null;
  const row = await house.database.transaction(async (tx) => {
    const { platform, name, allowPrivateAddress, replyRegister, language, ownAddresses = [] } = given;
    const inserted = await insertChannel(tx, {
      ...sealedSettings(house, connector, id, settings),
      ...{ id, platform, name, allowPrivateAddress, replyRegister, language },
      ownAddresses: tidied(ownAddresses),
      tokenHash: token ? hashSecret(token) : null,
      createdAt: now,
    });
    await scheduleFetch(house, tx, inserted);
    const change = channelChange(house, null, inserted);
    await record(tx, now, [{ kind: 'channel.added', channelId: id, personId: actor.personId, change }]);
    return inserted;
  });
  return { channel: await presentedOne(house, row), token };
}

export async function readChannelSettings(
  house: House,
  channelId: string,
): Promise<{ channel: Channel; fields: SettingsField[]; allowPrivateAddress: boolean }> {
  const row = await channelOrNotFound(house.database.reader, channelId);
  const connector = house.connectors.get(row.platform);
  return {
    channel: await presentedOne(house, row),
    fields: connector ? settingsForm(connector.settings, connector.secrets, row.settings) : [],
    allowPrivateAddress: row.allowPrivateAddress,
  };
}

interface ChannelChange {
  readonly name?: string | undefined;
  readonly settings?: Settings | undefined;
  readonly allowPrivateAddress?: boolean | undefined;
  readonly replyRegister?: 'sie' | 'du' | undefined;
  readonly language?: string | null | undefined;
  readonly approval?: ApprovalRule | undefined;
  readonly approvalReach?: number | undefined;
  readonly ownAddresses?: readonly string[] | undefined;
  readonly paused?: boolean | undefined;
}

export async function changeChannel(
  house: House,
  actor: Actor,
  channelId: string,
  change: ChannelChange,
): Promise<Channel> {
  const before = await channelOrNotFound(house.database.reader, channelId);
  const connection = await changedConnection(house, before, change);
  const plain = {
    name: change.name,
    replyRegister: change.replyRegister,
    language: change.language,
    approval: change.approval,
    approvalReach: change.approvalReach,
    ownAddresses: change.ownAddresses && tidied(change.ownAddresses),
    state: change.paused === undefined ? undefined : stateAfter(before, change.paused),
  };
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const row = await house.database.transaction(async (tx) => {
    const now = house.clock.now();
    // After what is being taken in from it, and before anything else is.
    await tx.dialect.lock(tx, channelId);
    const was = await channelOrNotFound(tx, channelId);
    const changed = await updateChannel(tx, channelId, { id: channelId, ...given, ...connection });
    if (!changed) throw notFound();
    if (connection || given.state) await scheduleFetch(house, tx, changed);
    const told = channelChange(house, was, changed);
    await record(tx, now, [{ kind: 'channel.changed', channelId, personId: actor.personId, change: told }]);
    return changed;
  });
  return presentedOne(house, row);
}

/** Each once, in the given order. */
const tidied = (addresses: readonly string[]): string[] =>
  [...new Set(addresses.map(tidyAddress))].filter((address) => address !== '');

function stateAfter(before: ChannelRow, paused: boolean): ChannelRow['state'] {
  if (paused) return 'paused';
  if (before.state !== 'paused') return before.state;
  return before.lastSuccessAt ? 'ok' : 'new';
}

/** The stored form of new settings, after they have shown that they work; null when they stay as they were. */
async function changedConnection(house: House, before: ChannelRow, change: ChannelChange) {
  const allowPrivateAddress = change.allowPrivateAddress ?? before.allowPrivateAddress;
  if (change.settings === undefined && allowPrivateAddress === before.allowPrivateAddress) return null;
  const connector = connectorOf(house, before.platform);
  const settings = validSettings(connector, storedSettings(house, before), change.settings ?? {});
  await mustWork(tryConnection(house, connector, settings, allowPrivateAddress));
  const sealed = sealedSettings(house, connector, before.id, settings);
  const moved = JSON.stringify(sealed.settings) !== JSON.stringify(before.settings);
  // Another address may number its comments otherwise: it is read again from the start, as history.
  return { ...sealed, allowPrivateAddress, ...(moved ? { cursor: null } : {}) };
}

/** The old token stops working at once. */
export async function renewToken(house: House, actor: Actor, channelId: string): Promise<{ token: string }> {
  const token = newSecret();
  await house.database.transaction(async (tx) => {
    const before = await channelOrNotFound(tx, channelId);
    if (before.demo || !capabilitiesOf(house, before).push) throw problem('channel.not_manageable', 422);
    await updateChannel(tx, channelId, { tokenHash: hashSecret(token) });
    const change = { before: null, after: { token: 'changed' } };
    await record(tx, house.clock.now(), [{ kind: 'channel.changed', channelId, personId: actor.personId, change }]);
  });
  return { token };
}

export async function fetchNow(house: House, channelId: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    await scheduleFetch(house, tx, await channelOrNotFound(tx, channelId));
  });
}

const AT_ONCE = 500;

/** Secrets and token go. What people said stays readable, but nobody can answer it any more, so no promise runs on. */
export async function removeChannel(house: House, actor: Actor, channelId: string): Promise<void> {
  const now = house.clock.now();
  await house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, channelId);
    const removed = await updateChannel(tx, channelId, {
      removedAt: now,
      secrets: null,
      tokenHash: null,
      cursor: null,
    });
    if (!removed) throw notFound();
    await scheduleFetch(house, tx, removed);
    const ended = await endWaiting(tx, { channelId, personId: actor.personId, now });
    const over = await resolveChannelThreads(tx, channelId, {
      resolvedReason: 'disconnected',
      resolvedBy: actor.personId,
      resolvedAt: now,
    });
    for (let from = 0; from < over.length; from += AT_ONCE) {
      const some = over.slice(from, from + AT_ONCE);
      await stopClocks(tx, some, now, 'disconnected');
      await refreshDue(tx, some);
    }
    const about = { channelId, personId: actor.personId };
    const payload = { reason: 'disconnected' };
    const change = { before: null, after: { status: 'resolved', resolvedReason: 'disconnected' } };
    await record(tx, now, [
      {
        kind: 'channel.removed',
        ...about,
        change: { before: { name: removed.name, state: removed.state }, after: null },
      },
      ...ended,
      ...over.map((threadId) => ({ kind: 'thread.resolved' as const, ...about, threadId, payload, change })),
    ]);
  });
}

async function mustWork(trial: Promise<unknown>): Promise<void> {
  try {
    await trial;
  } catch (error) {
    if (error instanceof ChannelError) throw problem(error.code, 422, { detail: error.message });
    throw error;
  }
}

async function channelOrNotFound(db: Db, channelId: string): Promise<ChannelRow> {
  const row = await connectedChannel(db, channelId);
  if (!row) throw notFound();
  return row;
}

async function presented(house: House, rows: readonly ChannelRow[]): Promise<Channel[]> {
  const since = new Date(house.clock.now().getTime() - DAY_MS);
  const ids = rows.map((row) => row.id);
  const activity = await activityOf(house.database.reader, ids, since);
  const teams = new Map((await allTeams(house.database.reader)).map(({ id, name }) => [id, { id, name }]));
  return rows.map((row) => {
    const team = (row.teamId && teams.get(row.teamId)) || null;
    return presentChannel(row, capabilitiesOf(house, row), { activity: activity.get(row.id), team });
  });
}

async function presentedOne(house: House, row: ChannelRow): Promise<Channel> {
  return (await presented(house, [row]))[0] as Channel;
}
