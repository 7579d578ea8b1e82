import type { Report, ReportQuestion } from '@stammgast/shared/contract/reports';
import type { Actor } from '@stammgast/shared/domain/permissions';
import {
  type Bucket,
  bucketsOf,
  dateOf,
  instantsOf,
  type Period,
  periodBefore,
  soFar,
} from '@stammgast/shared/domain/reports/period';
import { localDay } from '@stammgast/shared/domain/time-words/local-time';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { reportChannels } from './channels.queries.ts';
import { gapOn, gapsOf } from './coverage.ts';
import { gatherEntries } from './gather.ts';
import { type CoveredChannel, outagesKnownSince, withOutages } from './outages.ts';
import { type Chapter, fillSheets } from './sheets.ts';

export interface ReportInput {
  readonly actor: Actor;
  readonly question: ReportQuestion;
  readonly now: Date;
}

/** The whole report, on the channels that the actor sees. Reads much: run it beside the requests. */
export async function readReport(db: Db, { actor, question, now }: ReportInput): Promise<Report> {
  const timeZone = await zoneOf(db);
  const passed = soFar(question, dateOf(localDay(now, timeZone)));
  const before = passed && periodBefore(passed);
  const days = (period: Period | null) => (period ? bucketsOf(period, 'day', timeZone) : []);
  const channels = await reportChannels(db, actor, question, instantsOf(before ?? question, timeZone).start);
  const { start } = instantsOf(question, timeZone);
  const inPeriod = await withOutages(
    db,
    channels.filter(({ removedAt }) => !removedAt || removedAt > start),
    [...days(before), ...days(passed)],
  );
  const chapter = (period: Period | null, some: readonly CoveredChannel[], parts: readonly Bucket[] = []): Chapter => {
    if (!period) return { period: question, days: [], entries: [] };
    const asked = { question, channelIds: some.map(({ id }) => id), now, ...instantsOf(period, timeZone) };
    const entries = gatherEntries(db, { ...asked, ends: parts.map(({ end }) => end) });
    return { period, days: days(period), entries };
  };
  const buckets = bucketsOf(question, question.grain, timeZone);
  const current = chapter(passed, inPeriod, buckets);
  const comparable = before ? inPeriod.filter(staysThrough([...days(before), ...current.days])) : [];
  const earlier = chapter(before, comparable);
  const sheets = await fillSheets({ question, channels: inPeriod, comparable, buckets, current, earlier });
  return {
    ...question,
    at: now.toISOString(),
    timeZone,
    passed,
    before,
    channels: inPeriod.map((channel) => ({
      id: channel.id,
      name: channel.name,
      platform: channel.platform,
      team: channel.team,
      lastDataAt: channel.lastSuccessAt?.toISOString() ?? null,
      gaps: gapsOf(channel, current.days),
    })),
    outagesKnownSince: (await outagesKnownSince(db, inPeriod, { start, now }))?.toISOString() ?? null,
    comparedChannels: comparable.map(({ id }) => id),
    buckets: buckets.map(({ from, to }) => ({ from, to })),
    ...sheets,
  };
}

export const zoneOf = async (db: Db): Promise<string> => (await readSetting(db, 'house'))?.timeZone ?? 'UTC';

/** Only what was there all the time can be compared; a day without connection to the platform is no such reason. */
const staysThrough = (days: readonly Bucket[]) => (channel: CoveredChannel) =>
  days.every((day) => [null, 'down'].includes(gapOn(channel, day)));
