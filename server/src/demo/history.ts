// Ninety days of a working house: how many wrote on which day, what about, and how fast they were answered.
import { zoneStretchAt } from '@stammgast/shared/domain/zone-offsets';
import {
  closers,
  complaints,
  firstNames,
  greetings,
  lastNames,
  mixedTexts,
  openers,
  praises,
  questions,
} from './history-texts.ts';
import { type ChannelKey, channels, hotel, type PostKey, type StaffKey, staff, worksOn } from './hotel.ts';
import { between, createRandom, pick, type Random, spread } from './random.ts';
import type { Deed, Story } from './story.ts';

export const HISTORY_DAYS = 90;
const HISTORY_STORIES = 480;
const GUESTS = 340;

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
/** Everything here is over before the threads of today begin. */
const YOUNGEST_MINUTES = 30 * 60;

/** Sunday evening and Monday are busy; people write at breakfast and after dinner. */
const weekdayWeights = [1.25, 1.4, 1, 0.9, 0.9, 1, 1.1];
const hourWeights = [2, 1, 0, 0, 0, 1, 3, 7, 10, 11, 9, 7, 8, 7, 6, 6, 7, 8, 9, 11, 12, 10, 7, 4];

type Kind = 'complaint' | 'mixed' | 'question' | 'praise';
const kinds: readonly Kind[] = [
  ...Array<Kind>(8).fill('complaint'),
  ...Array<Kind>(3).fill('mixed'),
  ...Array<Kind>(6).fill('question'),
  ...Array<Kind>(3).fill('praise'),
];
const places: readonly (readonly [ChannelKey, PostKey | null])[] = [
  ['facebook', 'winter'],
  ['facebook', 'fruehling'],
  ['facebook', 'fruehling'],
  ['google', null],
  ['google', null],
  ['google', null],
  ['instagram', 'badewanne'],
  ['instagram', 'sonnenaufgang'],
  ['x', null],
  ['blog', 'wandern'],
  ['forum', 'erfahrungen'],
  ['forum', 'hund'],
];
const answering: readonly StaffKey[] = ['lea', 'lea', 'anna', 'anna', 'anna', 'tom', 'tom', 'clara', 'eva'];

/** The same people, texts and answers at every run; only the times of day follow `now`. */
export function historyStories(seed: number, now: Date): Story[] {
  return openingTimes(createRandom(seed), now).map((at, index) => {
    const ago = Math.round((now.getTime() - at) / MINUTE);
    return tell(createRandom(seed + 1000 + index), seed, index, ago);
  });
}

/** Instants in ms, oldest first: a few more every week, with the rhythm of days and hours. */
function openingTimes(random: Random, now: Date): number[] {
  const days = Array.from({ length: HISTORY_DAYS - 1 }, (_, index) => {
    const midday = now.getTime() - (HISTORY_DAYS - 1 - index) * DAY_MINUTES * MINUTE;
    const weekday = new Date(localOf(midday)).getUTCDay();
    return { midday, weight: (weekdayWeights[weekday] ?? 1) * (0.7 + (0.6 * index) / HISTORY_DAYS) };
  });
  const hours = hourWeights.flatMap((weight, hour) => Array<number>(weight).fill(hour));
  const total = days.reduce((sum, day) => sum + day.weight, 0);
  const latest = now.getTime() - YOUNGEST_MINUTES * MINUTE;
  const times: number[] = [];
  let wanted = 0;
  for (const { midday, weight } of days) {
    wanted += (HISTORY_STORIES * weight) / total;
    while (times.length < Math.round(wanted)) {
      const minute = pick(random, hours) * 60 + between(random, 0, 59);
      times.push(Math.min(atLocalMinute(midday, minute), latest - times.length * MINUTE));
    }
  }
  return times.sort((a, b) => a - b);
}

const offsetAt = (at: number): number => zoneStretchAt(hotel.timeZone, at).offset;
const localOf = (at: number): number => at + offsetAt(at);

function atLocalMinute(at: number, minute: number): number {
  const local = localOf(at);
  return local - (local % (DAY_MINUTES * MINUTE)) + minute * MINUTE - offsetAt(at);
}

function tell(random: Random, seed: number, index: number, ago: number): Story {
  // After GUESTS others the same guest writes again, in the same place.
  const guest = index % GUESTS;
  const [channel, post] = pick(createRandom(seed + guest), places);
  const gaps = fillings(random);
  const scene = {
    guest: nameOf(guest),
    channel,
    by: pick(
      random,
      answering.filter((key) => worksOn(key, channel)),
    ),
  };
  const { text, deeds } = plot(random, scene);
  const said = isEnglish(text) ? text : framed(random, text);
  return {
    channel,
    ...(post ? { post } : {}),
    guest: scene.guest,
    text: fill(said, gaps),
    likes: between(random, 0, 9),
    when: { ago },
    deeds: deeds.map((deed) => (deed.does === 'answers' ? { ...deed, text: fill(deed.text, gaps) } : deed)),
  };
}

function framed(random: Random, text: string): string {
  const asks = questions.some((question) => question.text === text);
  return asks ? `${pick(random, greetings)}${text}` : `${pick(random, openers)}${text}${pick(random, closers)}`;
}

const nameOf = (guest: number): string =>
  `${firstNames[(guest * 7) % firstNames.length]} ${lastNames[(guest * 5 + Math.floor(guest / firstNames.length)) % lastNames.length]}`;

interface Scene {
  readonly guest: string;
  readonly channel: ChannelKey;
  readonly by: StaffKey;
}

function plot(random: Random, scene: Scene): { text: string; deeds: readonly Deed[] } {
  const kind = pick(random, kinds);
  if (kind === 'praise') {
    const after = responseMinutes(random, 150);
    return { text: pick(random, praises), deeds: [{ after, does: 'resolves', by: scene.by, reason: 'praise' }] };
  }
  if (kind === 'mixed') return answered(random, scene, 55, { text: pick(random, mixedTexts), answer: bothHeard });
  if (kind === 'question') return answered(random, scene, 70, pick(random, questions));
  const { text, understood, step } = pick(random, complaints);
  return answered(random, scene, 38, { text, answer: `${understood} ${step}` });
}

const bothHeard =
  'Das Lob geben wir weiter. Das andere war heute Thema in der Morgenrunde und ist bis Freitag behoben.';

function answered(random: Random, scene: Scene, median: number, said: { text: string; answer: string }) {
  const after = responseMinutes(random, median);
  const answer = { after, does: 'answers', by: scene.by, text: letter(scene, said) } as const;
  if (random() < 0.75) return { text: said.text, deeds: [{ ...answer, resolve: true }] };
  const later = after + between(random, 120, 900);
  return {
    text: said.text,
    deeds: [answer, { after: later, does: 'resolves', by: scene.by, reason: 'answered' } as const],
  };
}

/** Most within the hour; about one in ten later than promised. */
const responseMinutes = (random: Random, median: number): number =>
  Math.max(3, Math.min(Math.round(spread(random, median, 0.8)), 22 * 60));

function letter({ guest, channel, by }: Scene, { text, answer }: { text: string; answer: string }): string {
  const { name } = staff[by];
  const first = name.split(' ', 1)[0];
  if (isEnglish(text))
    return `Hello ${guest},\n\nthank you for writing. ${answer}\n\nKind regards\n${name}, ${hotel.name}`;
  if (channels[channel].register === 'du') return `Danke dir fürs Schreiben. ${answer} Viele Grüße, ${first}`;
  return `Guten Tag ${guest},\n\ndanke für Ihre Nachricht. ${answer}\n\nHerzliche Grüße\n${name}, ${hotel.name}`;
}

const isEnglish = (text: string): boolean => /\b(the|and|we|staff)\b/i.test(text);

function fillings(random: Random): Record<string, string> {
  return {
    room: String(between(random, 1, 3) * 100 + between(random, 1, 28)),
    n: String(between(random, 3, 11) * 5),
    floor: String(between(random, 1, 3)),
    temp: String(between(random, 17, 21)),
    price: String(between(random, 4, 38) * 10),
    hour: String(between(random, 20, 23)),
    day: String(between(random, 4, 28)),
    few: pick(random, ['zwei', 'drei', 'vier']),
  };
}

const fill = (text: string, gaps: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
