import { zoneStretchAt } from '../zone-offsets.ts';

/** What a person may be told of, each by its own switch. */
export const notifyEvents = [
  'assigned',
  'mentioned',
  'soon',
  'breached',
  'approval',
  'returned',
  'publishing',
  'promise',
  'radar',
  'review',
  'disputed',
  'settled',
  'house',
] as const;
export type NotifyEvent = (typeof notifyEvents)[number];

export const notifyWays = ['bell', 'desktop', 'digest'] as const;
export type NotifyWay = (typeof notifyWays)[number];

/** The list behind an event, as neutral text of a search: where its number can be looked up. */
export const listOfEvent: Readonly<Partial<Record<NotifyEvent, string>>> = {
  assigned: 'is:open assignee:me',
  mentioned: 'is:mentioned',
  soon: 'is:soon',
  breached: 'is:overdue',
  approval: 'is:approval',
  publishing: 'is:attention',
  promise: 'has:promise',
};

/** Times are minutes from midnight in the person's own zone; `from` after `to` lasts over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** How a person wants to be told; what is left out holds as in `wants`. */
export interface NotifyChoice {
  readonly ways?: Partial<Record<NotifyEvent, Partial<Record<NotifyWay, boolean | undefined>> | undefined>> | undefined;
}

/** About reviews: nobody is named, and it can wait until somebody looks at the bell. */
export const isAboutReviews = (event: NotifyEvent): boolean => ['review', 'disputed', 'settled'].includes(event);

/** Everything else is told by all ways. */
export function wants({ ways }: NotifyChoice, event: NotifyEvent, way: NotifyWay): boolean {
  if (way === 'digest' && !listOfEvent[event]) return false;
  return ways?.[event]?.[way] ?? !(way === 'desktop' && isAboutReviews(event));
}

const MINUTE = 60_000;
const DAY = 1440;

export function isQuiet(quiet: QuietHours | undefined, at: Date): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const local = Math.floor((at.getTime() + zoneStretchAt(quiet.timeZone, at.getTime()).offset) / MINUTE);
  const minute = ((local % DAY) + DAY) % DAY;
  if (quiet.from < quiet.to) return minute >= quiet.from && minute < quiet.to;
  return minute >= quiet.from || minute < quiet.to;
}
