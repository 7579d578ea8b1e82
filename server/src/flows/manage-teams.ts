// Teams are named groups of channels. Everybody sees those that their channels belong to; administrators draw them.
import type { Team, TeamBody } from '@stammgast/shared/contract/teams';
import { foldedName } from '@stammgast/shared/domain/folded-name';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { connectedChannels } from '../channels/channels.queries.ts';
import {
  allTeams,
  assignChannels,
  channelsInTeams,
  deleteTeam,
  insertTeam,
  isTeamNameTaken,
  renameTeam,
  type TeamRow,
  teamById,
} from '../channels/teams.queries.ts';
import { type Change, changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import { RESTS } from '../reports/resting.ts';
import { allSchedules, forgetProblems } from '../reports/schedules.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';

export async function listTeams({ database: { reader } }: House, actor: Actor): Promise<{ teams: Team[] }> {
  const seen = (await channelsInTeams(reader)).filter(({ id }) => sees(actor, id));
  const teams = (await allTeams(reader)).map(({ id, name }) => ({ id, name, channelIds: idsIn(seen, id) }));
  return { teams: actor.channels === 'all' ? teams : teams.filter(({ channelIds }) => channelIds.length > 0) };
}

export async function addTeam(house: House, actor: Actor, body: TeamBody): Promise<Team> {
  const row = { id: house.newId(), name: body.name, folded: foldedName(body.name), demo: false };
  return onTeams(house, actor, async (tx) => {
    await refuse(tx, row, body.channelIds);
    await insertTeam(tx, row);
    await assignChannels(tx, row.id, body.channelIds);
    const result = await presentTeam(tx, row);
    return { result, change: changeOf(null, toldOf(result)) };
  });
}

export async function changeTeam(house: House, actor: Actor, id: string, body: TeamBody): Promise<Team> {
  return onTeams(house, actor, async (tx) => {
    const known = await teamOrNotFound(tx, id);
    const before = await presentTeam(tx, known);
    const row = { ...known, name: body.name, folded: foldedName(body.name) };
    await refuse(tx, row, body.channelIds);
    await renameTeam(tx, row);
    await assignChannels(tx, id, body.channelIds);
    if (body.channelIds.length > 0) await letReportsGoOn(tx, id);
    const result = await presentTeam(tx, row);
    return { result, change: changeOf(toldOf(before), toldOf(result)) };
  });
}

export async function removeTeam(house: House, actor: Actor, id: string): Promise<void> {
  await onTeams(house, actor, async (tx) => {
    const before = await presentTeam(tx, await teamOrNotFound(tx, id));
    if ((await allSchedules(tx)).some(({ scope }) => scope.team === id)) throw problem('team.in_report', 409);
    await deleteTeam(tx, id);
    return { result: undefined, change: changeOf(toldOf(before), null) };
  });
}

/** One at a time, so that a name is given once, and no report is planned about a team that goes. */
export const TEAMS_LOCK = 'teams';

function onTeams<T>(
  { database, clock }: House,
  { personId }: Actor,
  work: (tx: Db) => Promise<{ readonly result: T; readonly change: Change }>,
): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.dialect.lock(tx, TEAMS_LOCK);
    const { result, change } = await work(tx);
    await record(tx, clock.now(), [{ kind: 'house.changed', personId, payload: { what: 'teams' }, change }]);
    return result;
  });
}

/** When they rest again, that is told again. */
async function letReportsGoOn(tx: Db, teamId: string): Promise<void> {
  const rested = (await allSchedules(tx)).filter((one) => one.scope.team === teamId && one.lastProblem === RESTS);
  await forgetProblems(
    tx,
    rested.map(({ id }) => id),
  );
}

async function refuse(tx: Db, row: TeamRow, channelIds: readonly string[]): Promise<void> {
  const connected = new Set((await connectedChannels(tx, channelIds)).map(({ id }) => id));
  if (channelIds.some((id) => !connected.has(id)))
    throw new ProblemError('input.invalid', 422, { fields: [{ path: 'body.channelIds', code: 'custom' }] });
  if (await isTeamNameTaken(tx, row)) throw problem('team.name_taken', 409);
}

async function teamOrNotFound(tx: Db, id: string): Promise<TeamRow> {
  const row = await teamById(tx, id);
  if (!row) throw notFound();
  return row;
}

const presentTeam = async (tx: Db, { id, name }: TeamRow): Promise<Team> => ({
  id,
  name,
  channelIds: idsIn(await channelsInTeams(tx), id),
});

const idsIn = (rows: readonly { id: string; teamId: string }[], teamId: string): string[] =>
  rows.filter((row) => row.teamId === teamId).map((row) => row.id);

const toldOf = ({ name, channelIds }: Team) => ({ name, channels: channelIds });
