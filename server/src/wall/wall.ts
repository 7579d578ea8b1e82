import type { Wall } from '@stammgast/shared/contract/wall';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import type { Scope } from './scope.queries.ts';
import { channelNames, openByChannel, openByPerson, teamName, wallChannels } from './wall.queries.ts';

export interface WallQuestion extends Scope {
  /** The id of the team that is asked for. */
  readonly team?: string | undefined;
  readonly now: Date;
}

/** What stands now on the channels of the scope. */
export async function readWall(db: Db, question: WallQuestion): Promise<Wall> {
  const { now } = question;
  const open = await openByChannel(db, question, now);
  const openOf = new Map(open.map((row) => [row.channelId, row]));
  return {
    at: now.toISOString(),
    team: await teamName(db, question.team),
    open: sum(open.map((row) => row.open)),
    dueSoon: sum(open.map((row) => row.dueSoon)),
    breached: sum(open.map((row) => row.breached)),
    unassigned: sum(open.map((row) => row.unassigned)),
    channels: (await wallChannels(db, question)).map((channel) => ({
      ...channel,
      lastSuccessAt: channel.lastSuccessAt?.toISOString() ?? null,
      open: openOf.get(channel.id)?.open ?? 0,
      breached: openOf.get(channel.id)?.breached ?? 0,
    })),
    names: await channelNames(db, question),
    perPerson: (await readSetting(db, 'figures'))?.perPerson === true,
    workload: await openByPerson(db, question, now),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
