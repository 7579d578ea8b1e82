import type { WallUsual } from '@stammgast/shared/contract/wall';
import { dayText, type LocalDay, localDay } from '@stammgast/shared/domain/time-words/local-time';
import type { Db } from '../storage/database.ts';
import { answeringOf, keptOf } from './answering.ts';
import { FOUR_WEEKS, hourAt, stretchesOf, usualDays } from './days.ts';
import { hours, readHeat, sum } from './hours.ts';
import { deliveries, openedByQuarter, waits } from './numbers.queries.ts';
import { negativeOf, type PeriodQuestion } from './numbers.ts';
import { silenceOf } from './silence.ts';
import { knownSince, wallChannels } from './wall.queries.ts';

/** What a period is compared with. It changes slowly, and is read seldom. */
export async function readUsual(db: Db, question: PeriodQuestion): Promise<WallUsual> {
  const { period, now, timeZone } = question;
  const days = usualDays(period, now, timeZone);
  const stretches = stretchesOf(days, timeZone);
  const waited = await waits(db, question, stretches, now);
  const opened = await openedByQuarter(db, question, stretches);
  const known = daysKnown(days, [...opened.map(({ at }) => at), await knownSince(db, question)], timeZone);
  const byHour = Map.groupBy(opened, ({ at }) => hourAt(at, timeZone).hour);
  return {
    days: days.map(dayText),
    answering: answeringOf(waited),
    kept: keptOf(waited),
    negative: negativeOf(opened),
    inflow: hours.map((hour) => ({ hour, opened: known ? sum(byHour.get(hour) ?? []) / known : null })),
    heat: await readHeat(db, question),
    channels: await readSilence(db, question),
  };
}

/** A day from before everything is none on which nothing came. */
function daysKnown(days: readonly LocalDay[], since: readonly (Date | null)[], timeZone: string): number {
  const first = Math.min(...since.flatMap((at) => (at ? localDay(at, timeZone) : [])));
  return days.filter((day) => day >= first).length;
}

/** Whether each channel of the scope still brings something. */
export async function readSilence(db: Db, question: Omit<PeriodQuestion, 'period'>): Promise<WallUsual['channels']> {
  const { now, timeZone } = question;
  const from = new Date(now.getTime() - FOUR_WEEKS * 86_400_000);
  const brought = Map.groupBy(await deliveries(db, question, { from, to: now }), ({ channelId }) => channelId);
  const channels = await wallChannels(db, question);
  return channels.map(({ id }) => ({ id, ...silenceOf(brought.get(id) ?? [], now, timeZone) }));
}
