// The fictional house: people, channels, posts, promises. No real person, company or place is meant.
import type { Platform } from '@stammgast/shared/contract/channels';
import type { CalendarTerms } from '@stammgast/shared/contract/sla';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import type { Role } from '@stammgast/shared/domain/permissions';

export const hotel = { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de' } as const;

interface Staff {
  readonly name: string;
  readonly role: Role;
  /** Left out: all channels. */
  readonly channels?: readonly ChannelKey[];
}
/** In this order: the demo signs in as the first of a role. */
export const staff = {
  lea: { name: 'Lea Winter', role: 'agent' },
  anna: { name: 'Anna Hofer', role: 'agent' },
  tom: { name: 'Tom Reiter', role: 'agent', channels: ['facebook', 'google', 'x', 'blog', 'forum'] },
  clara: { name: 'Clara Busch', role: 'lead' },
  martin: { name: 'Dr. Martin Vogel', role: 'supervisor' },
  eva: { name: 'Eva Brandt', role: 'admin' },
} as const satisfies Record<string, Staff>;
export type StaffKey = keyof typeof staff;
export const worksOn = (key: StaffKey, channel: ChannelKey): boolean => {
  const person: Staff = staff[key];
  return person.channels?.includes(channel) ?? true;
};

export const channels = {
  facebook: { platform: 'facebook', name: 'Hotel Sonnenblick', register: 'sie' },
  instagram: { platform: 'instagram', name: '@hotelsonnenblick', register: 'du' },
  google: { platform: 'google', name: 'Bewertungen', register: 'sie' },
  x: { platform: 'x', name: '@hotelsonnenblick', register: 'du' },
  blog: { platform: 'wordpress', name: 'Hausblog', register: 'sie' },
  forum: { platform: 'forum', name: 'Gästekreis', register: 'du' },
  xing: { platform: 'xing', name: 'Hotel Sonnenblick', register: 'sie' },
} as const satisfies Record<string, { platform: Platform; name: string; register: 'sie' | 'du' }>;
export type ChannelKey = keyof typeof channels;
export const channelKeys = Object.keys(channels) as ChannelKey[];
/** Who looks after which of them. */
export const teams: readonly { readonly name: string; readonly channels: readonly ChannelKey[] }[] = [
  { name: 'Gästebetreuung', channels: ['facebook', 'google', 'blog', 'forum'] },
  { name: 'Marketing', channels: ['instagram', 'x', 'xing'] },
];
/** What answers may name without a question, on every channel. No real line rings there. */
export const ownAddresses = ['sonnenblick.example', 'empfang@sonnenblick.example', '+49 89 99998 110'] as const;
/** On this one a second person sees the answers to delicate cases. */
export const watchedChannel: ChannelKey = 'x';
/** This one shows what a channel looks like that delivers nothing any more. */
export const brokenChannel: ChannelKey = 'xing';

export const posts = {
  dachterrasse: 'Unsere neue Dachterrasse ist offen: ab sofort Frühstück mit Seeblick',
  fruehling: 'Frühling am See: drei Nächte bleiben, zwei bezahlen',
  stellen: 'Wir suchen Verstärkung für Empfang und Küche',
  winter: 'Winterruhe vorbei: Wir sind wieder für Sie da',
  sonnenaufgang: 'Sonnenaufgang auf der Dachterrasse',
  badewanne: 'Zimmer 31: Badewanne mit Aussicht',
  sauna: 'Warum wir unsere Sauna umgebaut haben',
  wandern: 'Zwölf Wanderungen ab der Haustür',
  erfahrungen: 'Erfahrungen mit dem Hotel Sonnenblick',
  hund: 'Anreise mit Hund',
  tagung: 'Tagen am See: neue Räume für bis zu 60 Personen',
} as const;
export type PostKey = keyof typeof posts;

const roundTheClock = [{ from: 0, to: 24 * 60 }];
const office = [
  { from: 9 * 60, to: 12 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 },
];
const morning = [{ from: 9 * 60, to: 12 * 60 }];
type DemoCalendar = Omit<CalendarTerms, 'channelIds'> & { readonly channels: readonly ChannelKey[] };
export const calendars: readonly DemoCalendar[] = [
  {
    // Always open, unlike a real house: whenever somebody looks at the demo, its timers run.
    name: 'Empfang, rund um die Uhr',
    timeZone: hotel.timeZone,
    week: Array.from({ length: 7 }, () => roundTheClock),
    region: null,
    worked: [],
    own: [],
    channels: [],
  },
  {
    name: 'Büro, Bayern',
    timeZone: hotel.timeZone,
    week: Array.from({ length: 7 }, (_, day) => (day < 4 ? office : day === 4 ? morning : [])),
    region: 'DE-BY',
    worked: [],
    own: [
      { date: '2026-08-15', name: 'Mariä Himmelfahrt', windows: [], yearly: true },
      { date: '2026-12-24', name: 'Heiligabend', windows: morning, yearly: true },
      { date: '2026-12-31', name: 'Silvester', windows: morning, yearly: true },
    ],
    channels: ['xing'],
  },
];

interface DemoPolicy {
  readonly name: string;
  readonly channel: ChannelKey | null;
  readonly sentiment: Sentiment | null;
  readonly minutes: readonly [first: number | null, next: number | null, resolution: number | null];
}
export const policies: readonly DemoPolicy[] = [
  { name: 'Bewertungen, 4 Stunden', channel: 'google', sentiment: null, minutes: [240, 480, null] },
  { name: 'Kritik, 2 Stunden', channel: null, sentiment: 'negative', minutes: [120, 240, 2880] },
  { name: 'Gemischt, 4 Stunden', channel: null, sentiment: 'mixed', minutes: [240, 480, null] },
  { name: 'Lob, ohne Frist', channel: null, sentiment: 'positive', minutes: [null, null, null] },
  { name: 'Alles andere, 8 Stunden', channel: null, sentiment: null, minutes: [480, 480, null] },
];
