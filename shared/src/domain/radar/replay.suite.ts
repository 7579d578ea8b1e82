// Lets the radar live through what was said: judged at every critical comment and every hour, as the server does it.
import { alarmEnds, assess, type HeardVoice, type Learnt, learn, type PastIncident, type Weather } from './assess.ts';
import { HOUR_MS, hourOf } from './hours.ts';

export interface Life {
  readonly timeZone: string;
  readonly voices: readonly HeardVoice[];
  readonly channelIds: readonly string[];
  /** Since when the channels are listened to. */
  readonly since: number;
  /** The radar is switched on at this hour. */
  readonly from: number;
  readonly to: number;
}

const RELEARN_HOURS = 12;

/** Incidents in the order in which they began, and the weather at the end. */
export function replay({ timeZone, voices, channelIds, since, from, to }: Life) {
  const hours = new Map(channelIds.map((id) => [id, new Map<number, number>()]));
  const topics = new Map(channelIds.map((id) => [id, new Map<string, Map<number, number>>()]));
  const posts = new Map(channelIds.map((id) => [id, new Map<string, Map<number, number>>()]));
  let told = 0;
  let dayStart = 0;
  let past: Learnt | null = null;
  let learnt = -1;
  let weather: Weather | null = null;
  const incidents: { from: number; to: number | null; isFalse: boolean }[] = [];
  const critical = voices.filter((voice) => voice.critical).map(({ at }) => at);
  const clock = Array.from({ length: to - from }, (_, index) => (from + index) * HOUR_MS);
  for (const now of [...critical.filter((at) => hourOf(at) >= from && hourOf(at) < to), ...clock].sort(
    (a, b) => a - b,
  )) {
    for (let next = voices[told]; next && next.at <= now; next = voices[++told]) {
      if (!next.critical) continue;
      count(hours.get(next.channelId), hourOf(next.at));
      for (const topic of next.topics) countIn(topics.get(next.channelId), topic, hourOf(next.at));
      if (next.post !== null) countIn(posts.get(next.channelId), next.post, hourOf(next.at));
    }
    while ((voices[dayStart]?.at ?? now) <= now - 24 * HOUR_MS) dayStart += 1;
    const situation = {
      timeZone,
      now,
      channels: channelIds.map((id) => ({
        id,
        since,
        hours: hours.get(id) ?? new Map(),
        posts: posts.get(id) ?? new Map(),
        topics: topics.get(id) ?? new Map(),
      })),
      voices: voices.slice(dayStart, told),
      incidents: incidents as readonly PastIncident[],
      strongSince: null,
    };
    const due = Math.floor(hourOf(now) / RELEARN_HOURS);
    if (due !== learnt || !past) past = learn(situation);
    learnt = due;
    weather = assess(situation, past);
    const open = incidents.at(-1);
    if (open && open.to === null) {
      if (alarmEnds(situation, weather, open.from)) open.to = now;
    } else if (weather.house.alarm) incidents.push({ from: now, to: null, isFalse: false });
  }
  return { incidents, weather };
}

function countIn(of: Map<string, Map<number, number>> | undefined, key: string, hour: number): void {
  if (of && !of.has(key)) of.set(key, new Map());
  count(of?.get(key), hour);
}

const count = (hours: Map<number, number> | undefined, hour: number) => hours?.set(hour, (hours.get(hour) ?? 0) + 1);
