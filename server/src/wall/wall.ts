import type { Wall } from '@stammgast/shared/contract/wall';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { Db } from '../storage/database.ts';
import { percentile } from './percentile.ts';
import { firstAnswers, openByChannel, openByPerson, stillWaiting, wallChannels } from './wall.queries.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface WallQuestion {
  readonly actor: Actor;
  readonly windowDays: number;
  readonly now: Date;
}

/** The lead's numbers of the last days, on the channels that the actor sees. */
export async function readWall(db: Db, { actor, windowDays, now }: WallQuestion): Promise<Wall> {
  const since = new Date(now.getTime() - windowDays * DAY_MS);
  const open = await openByChannel(db, actor, now);
  const waiting = await stillWaiting(db, actor, since);
  const answers = await firstAnswers(db, actor, since);

  const openOf = new Map(open.map((row) => [row.channelId, row]));
  const waitingOf = new Map(waiting.map((row) => [row.channelId, row.waiting]));
  const answersOf = Map.groupBy(answers, (answer) => answer.channelId);
  const channels = await wallChannels(db, actor);
  return {
    at: now.toISOString(),
    windowDays,
    open: sum(open.map((row) => row.open)),
    dueSoon: sum(open.map((row) => row.dueSoon)),
    breached: sum(open.map((row) => row.breached)),
    unassigned: sum(open.map((row) => row.unassigned)),
    firstResponse: duration(answers),
    stillWaiting: sum(waiting.map((row) => row.waiting)),
    channels: channels.map((channel) => ({
      ...channel,
      lastSuccessAt: channel.lastSuccessAt?.toISOString() ?? null,
      open: openOf.get(channel.id)?.open ?? 0,
      breached: openOf.get(channel.id)?.breached ?? 0,
      stillWaiting: waitingOf.get(channel.id) ?? 0,
      ...duration(answersOf.get(channel.id) ?? []),
    })),
    workload: await openByPerson(db, actor, now),
  };
}

/** Minutes by the clock on the wall, not business minutes: what the critic has waited. */
function duration(answers: readonly { readonly startedAt: Date; readonly metAt: Date | null }[]) {
  const minutes = answers.flatMap(({ startedAt, metAt }) =>
    metAt ? [Math.max(0, metAt.getTime() - startedAt.getTime()) / MINUTE_MS] : [],
  );
  return {
    n: minutes.length,
    medianMinutes: tenths(percentile(minutes, 0.5)),
    p90Minutes: tenths(percentile(minutes, 0.9)),
  };
}

const tenths = (value: number | null): number | null => value && Math.round(value * 10) / 10;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
