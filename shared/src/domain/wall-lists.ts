import type { Wall } from '../contract/wall.ts';
import { defaultViews } from './search/default-views.ts';
import { termsOfChannel } from './search/names.ts';
import { parseSearch } from './search/parse.ts';
import { neutralText } from './search/print.ts';
import { allOf, anyOf, type SearchNode, type SearchTerm, termOf, type When } from './search/search.ts';

/** The days of a period, as 2026-03-05. */
interface Period {
  readonly from: string;
  readonly to: string;
}

const written = (...nodes: readonly (SearchNode | null)[]): string =>
  neutralText({ where: allOf(nodes.flatMap((node) => node ?? [])), sort: null });

/** What every list behind a wall is limited to: the team and the channel that are asked for. */
export function termsOfWall(
  { team, channels, names }: Pick<Wall, 'team' | 'channels' | 'names'>,
  channelId: string | undefined,
): readonly SearchTerm[] {
  const channel = channels.find(({ id }) => id === channelId);
  return [
    ...(team === null ? [] : [{ key: 'team', value: team } as const]),
    ...(channel ? termsOfChannel(channel, names) : []),
  ];
}

const on = (channel: readonly SearchTerm[]): SearchNode | null => allOf(channel.map(termOf));
const when = (key: 'created' | 'answered', value: When): SearchNode => termOf({ key, value });
const openedIn = ({ from, to }: Period): SearchNode => when('created', { sign: from === to ? '=' : '>=', day: from });
const firstAnswer = (value: 'kept' | 'missed' | 'running'): SearchNode => termOf({ key: 'sla', value });

/** Each number of the wall, and the search that finds exactly what it counts; the channel or team that is chosen restricts all of them. */
export const standingLists = ['open', 'soon', 'overdue', 'unassigned'] as const;
export type StandingList = (typeof standingLists)[number];

export const standingList = (name: StandingList, channel: readonly SearchTerm[]): string =>
  written(parseSearch(defaultViews[name]).search?.where ?? null, on(channel));

export const personList = (person: SearchTerm, value: 'open' | 'overdue', channel: readonly SearchTerm[]): string =>
  written(termOf({ key: 'is', value }), termOf(person), on(channel));

export const periodLists = ['opened', 'negative', 'promised', 'running', 'kept', 'decided'] as const;
export type PeriodList = (typeof periodLists)[number];

/** `decided`: whose first answer was in time or is late by now. */
const ofPeriod: Readonly<Record<PeriodList, SearchNode | null>> = {
  opened: null,
  negative: termOf({ key: 'sentiment', value: 'negative' }),
  promised: termOf({ key: 'has', value: 'deadline' }),
  running: firstAnswer('running'),
  kept: firstAnswer('kept'),
  decided: anyOf([firstAnswer('kept'), firstAnswer('missed')]),
};

export const periodList = (name: PeriodList, period: Period, channel: readonly SearchTerm[]): string =>
  written(openedIn(period), ofPeriod[name], on(channel));

/** Of a day or an hour, written as 2026-03-05 or 2026-03-05T14. */
export function slotList(key: 'created' | 'answered', at: string, channel: readonly SearchTerm[]): string {
  return written(when(key, whenAt(at)), on(channel));
}

function whenAt(at: string): When {
  const [day = '', hour] = at.split('T');
  return hour === undefined ? { sign: '=', day } : { day, hour: Number(hour) };
}

/** Of one hour on each of these days. */
export const hourList = (
  name: PeriodList,
  days: readonly string[],
  hour: number,
  channel: readonly SearchTerm[],
): string => written(anyOf(days.map((day) => when('created', { day, hour }))), ofPeriod[name], on(channel));

/** All that were answered first in a period. */
export const answeredList = ({ from, to }: Period, channel: readonly SearchTerm[]): string =>
  written(when('answered', { sign: from === to ? '=' : '>=', day: from }), on(channel));

/** What is late or due within four weeks, in the order of the queue. */
export const dueList = (channel: readonly SearchTerm[]): string =>
  written(termOf({ key: 'sla', value: { sign: '<', count: 28, unit: 'd' } }), on(channel));
