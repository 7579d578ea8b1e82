// The whole judgement at one moment, for the house and for each channel: a pure function of what was said.
import { alarmOf, LEARNING_DAYS, type Reading, readings, type Voice } from './alarm.ts';
import { BASELINE_HOURS, type Baseline, expectedBetween, JUDGED_HOURS, learnBaseline } from './baseline.ts';
import { DAY_HOURS, HOUR_MS, hourOf, localDayOf } from './hours.ts';
import { type Level, levelOf, ratioOf } from './level.ts';
import { learnPosts, type PostHours, type PostPast, postAlarmOf } from './posts.ts';
import { TREND_DAYS, TREND_USUAL_DAYS, type Trend, trendOf } from './trend.ts';

/** One comment by somebody outside, of the last day. */
export interface HeardVoice extends Voice {
  readonly channelId: string;
  /** null: it stands under none. */
  readonly post: string | null;
  readonly topics: readonly string[];
  readonly critical: boolean;
  readonly press: boolean;
  readonly aroused: boolean;
}

export interface WatchedChannel {
  readonly id: string;
  /** Since when it is listened to. */
  readonly since: number;
  /** Critical comments by hour, as far as there are any. */
  readonly hours: ReadonlyMap<number, number>;
  /** Those under posts, by post and hour. */
  readonly posts: PostHours;
  /** By topic and hour; one comment may be about several. */
  readonly topics: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export interface PastIncident {
  readonly from: number;
  /** null: still going on. */
  readonly to: number | null;
  /** A false alarm is part of what is usual. */
  readonly isFalse: boolean;
}

export interface Situation {
  readonly timeZone: string;
  readonly now: number;
  readonly channels: readonly WatchedChannel[];
  /** Of the last day, oldest first. */
  readonly voices: readonly HeardVoice[];
  readonly incidents: readonly PastIncident[];
  /** Since when the level has been 5 or more. */
  readonly strongSince: number | null;
}

/** What is known of a place that is watched: the house or a channel. */
export interface PlaceWeather {
  readonly level: Level;
  /** null: fewer than two weeks have been seen. */
  readonly baseline: Baseline | null;
  readonly readings: readonly Reading[];
  readonly alarm: Reading | null;
  readonly trend: Trend | null;
}

export interface Weather {
  readonly house: PlaceWeather;
  readonly channels: ReadonlyMap<string, PlaceWeather>;
  /** Where an alarm comes from; empty without one. */
  readonly affected: readonly string[];
}

/** Hours that the judgement needs, before the running one. */
export const SEEN_HOURS = (TREND_USUAL_DAYS + TREND_DAYS + 2) * DAY_HOURS;
/** So many times more strictly is one channel judged: all together may raise no more false alarms than the house. */
const CHANNEL_SCANS = 10;
/** Four topics, each ten times as strictly. */
const TOPIC_SCANS = 40;
const AFFECTED = { count: 2, ratio: 2 };

/** What the weeks before say of a place. */
interface Past {
  readonly baseline: Baseline;
  readonly trend: Trend | null;
  /** null: the house, or a channel of whose posts too little is known. */
  readonly posts: PostPast | null;
}

/** The past of the house and of each channel; nothing where too little is known yet. */
export interface Learnt {
  readonly house: Past | null;
  /** What is usual for each topic in the whole house. */
  readonly topics: ReadonlyMap<string, Baseline>;
  readonly channels: ReadonlyMap<string, Past>;
}

export function learn(situation: Situation): Learnt {
  const known = knownChannels(situation);
  return {
    house: known.length > 0 ? pastOf(situation, known) : null,
    topics: learnTopics(situation, known),
    channels: new Map(known.map((channel) => [channel.id, pastOf(situation, [channel], channel.posts)])),
  };
}

/** The hours that are learnt from, and what one of several kinds had in each. */
function seenBy({ now }: Situation, channels: readonly WatchedChannel[]) {
  const end = hourOf(now) - JUDGED_HOURS;
  // What was before a channel came is not known: a baseline of two weeks may not be thinned by two weeks of nothing.
  const begun = hourOf(Math.min(...channels.map(({ since }) => since))) + 1;
  const first = Math.max(end - BASELINE_HOURS, begun);
  const countsOf = (kinds: readonly (ReadonlyMap<number, number> | undefined)[]) =>
    Array.from({ length: Math.max(0, end - first) }, (_, index) =>
      kinds.reduce((sum, hours) => sum + (hours?.get(first + index) ?? 0), 0),
    );
  return { first, end, countsOf };
}

function learnTopics(situation: Situation, channels: readonly WatchedChannel[]): ReadonlyMap<string, Baseline> {
  const topics = [...new Set(channels.flatMap((channel) => [...channel.topics.keys()]))];
  const { first, countsOf } = seenBy(situation, channels);
  const isLeftOut = leftOut(situation);
  // What nobody has spoken of before has nothing that is usual: any five would be beyond all chance.
  return new Map(
    topics.flatMap((topic) => {
      const counts = countsOf(channels.map((channel) => channel.topics.get(topic)));
      const known = counts.some((count) => count > 0);
      return known ? [[topic, learnBaseline({ first, counts }, situation.timeZone, isLeftOut)] as const] : [];
    }),
  );
}

function pastOf(situation: Situation, channels: readonly WatchedChannel[], posts?: PostHours): Past {
  const { first, end, countsOf } = seenBy(situation, channels);
  const counts = countsOf(channels.map(({ hours }) => hours));
  const isLeftOut = leftOut(situation);
  return {
    baseline: learnBaseline({ first, counts }, situation.timeZone, isLeftOut),
    trend: trendOf(daysOf(situation, channels)),
    posts: posts ? learnPosts(posts, { first, end }, situation.timeZone, isLeftOut) : null,
  };
}

export function assess(situation: Situation, learnt: Learnt): Weather {
  const { channels } = situation;
  const own = new Map(
    channels.map((channel) => {
      const past = learnt.channels.get(channel.id) ?? null;
      return [channel.id, placeOf(situation, [channel], past, CHANNEL_SCANS)];
    }),
  );
  // A channel that is new would look like a storm to a house that knows only the others.
  const known = knownChannels(situation);
  const house = placeOf(situation, known.length > 0 ? known : channels, learnt.house, 1);
  const channelAlarm = [...own.values()].find((place) => place.alarm)?.alarm;
  const alarm = house.alarm ?? channelAlarm ?? topicAlarmOf(situation, known, learnt.topics);
  const affected = alarm ? affectedBy(own, alarm) : [];
  const all = { channels: affected.length, strongSince: situation.strongSince };
  const level = levelOf({ ...signsOf(situation, situation.voices, house.readings, alarm !== null), ...all });
  return { house: { ...house, alarm, level }, channels: own, affected };
}

/** Many critics of one thing, in a house that has much else to hear. */
function topicAlarmOf(
  situation: Situation,
  known: readonly WatchedChannel[],
  topics: Learnt['topics'],
): Reading | null {
  const { now } = situation;
  const since = toldUntil(situation);
  const ids = new Set(known.map(({ id }) => id));
  const critical = situation.voices.filter((voice) => voice.critical && ids.has(voice.channelId));
  for (const [topic, baseline] of topics) {
    const voices = critical.filter((voice) => voice.topics.includes(topic));
    const alarm = alarmOf(readings({ baseline, voices, now, since }), baseline, TOPIC_SCANS);
    if (alarm) return alarm;
  }
  return null;
}

/** What an incident has told is not told again by the next one. */
const toldUntil = ({ incidents }: Situation): number => Math.max(0, ...incidents.map(({ to }) => to ?? 0));

const knownChannels = ({ now, channels }: Situation): readonly WatchedChannel[] =>
  channels.filter(({ since }) => now - since >= LEARNING_DAYS * DAY_HOURS * HOUR_MS);

function placeOf(
  situation: Situation,
  channels: readonly WatchedChannel[],
  past: Past | null,
  scans: number,
): PlaceWeather {
  const { now } = situation;
  const { baseline, trend, posts } = past ?? { baseline: null, trend: null, posts: null };
  const ids = new Set(channels.map(({ id }) => id));
  const voices = situation.voices.filter(({ channelId }) => ids.has(channelId));
  const since = toldUntil(situation);
  const critical = voices.filter((voice) => voice.critical);
  const read = readings({ baseline, voices: critical, now, since });
  const alarm = alarmOf(read, baseline, scans) ?? (posts && postAlarmOf(posts, critical, now, since));
  const signs = signsOf(situation, voices, read, alarm !== null);
  const level = levelOf({ ...signs, channels: 1, strongSince: null });
  return { level, baseline, readings: read, alarm, trend };
}

function signsOf({ now }: Situation, voices: readonly HeardVoice[], read: readonly Reading[], alarm: boolean) {
  const critical = voices.filter((voice) => voice.critical);
  const authors = (some: readonly HeardVoice[]) => new Set(some.map(({ author }) => author)).size;
  return {
    readings: read,
    alarm,
    press: critical.filter(({ press }) => press).length,
    critics: authors(critical),
    authors: authors(voices),
    aroused: critical.length > 0 ? critical.filter(({ aroused }) => aroused).length / critical.length : null,
    now,
  };
}

/**
 * Channels with an alarm of their own or clearly more than usual, where these brought most of it; else all in which
 * anybody criticised, as a little in each of them can be a storm, too.
 */
function affectedBy(places: ReadonlyMap<string, PlaceWeather>, told: Reading): string[] {
  const countIn = ({ readings: read }: PlaceWeather) => read.find(({ window }) => window === told.window)?.count ?? 0;
  const clear = [...places].filter(
    ([, { alarm, readings: read }]) =>
      alarm !== null ||
      read.some((one) => one.window < 24 && one.count >= AFFECTED.count && ratioOf(one) >= AFFECTED.ratio),
  );
  const theirs = clear.reduce((sum, [, place]) => sum + countIn(place), 0);
  const some = 2 * theirs > told.count ? clear : [...places].filter(([, place]) => countIn(place) > 0);
  return some.map(([id]) => id);
}

/** Hours of incidents were not usual. */
function leftOut({ now, incidents }: Situation): (hour: number) => boolean {
  const left = incidents
    .filter(({ isFalse }) => !isFalse)
    .map(({ from, to }) => [hourOf(from), hourOf(to ?? now)] as const);
  return (hour) => left.some(([from, to]) => hour >= from && hour <= to);
}

/** Whole local days before today, oldest first. */
function daysOf({ timeZone, now }: Situation, channels: readonly WatchedChannel[]): number[] {
  const today = localDayOf(hourOf(now), timeZone);
  const days = new Array<number>(TREND_USUAL_DAYS + TREND_DAYS).fill(0);
  if (Math.min(...channels.map(({ since }) => since)) > now - (days.length + 1) * DAY_HOURS * HOUR_MS) return [];
  for (const { hours } of channels)
    for (const [hour, count] of hours) {
      const index = days.length - (today - localDayOf(hour, timeZone));
      if (index >= 0 && index < days.length) days[index] = (days[index] ?? 0) + count;
    }
  return days;
}

const CALM_MS = 12 * HOUR_MS;
const CALM_RATIO = 1.5;
/** One critic in half a day is calm, however rare critics are. */
const FEW = 2;

/** An incident is over when half a day has brought less than one and a half times what it usually does. */
export function alarmEnds({ now, voices }: Situation, { house }: Weather, startedAt: number): boolean {
  const from = now - CALM_MS;
  if (startedAt > from) return false;
  const count = voices.filter((voice) => voice.critical && voice.at > from && voice.at <= now).length;
  return count < Math.max(FEW, house.baseline ? CALM_RATIO * expectedBetween(house.baseline, from, now) : 0);
}
