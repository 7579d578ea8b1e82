import type { Breakdown } from '@stammgast/shared/contract/reports';

/** What happened in a part of the period, as far as a report counts it. */
export type Entry = { readonly part: number; readonly channelId: string; readonly trait: string | null } & (
  | { readonly what: 'comments' | 'opened' | 'answered' | 'resolved'; readonly count: number }
  | Waited
  /** Criticism that needed an answer, and what had one within a week; promises that were due, and those kept. */
  | { readonly what: 'criticised'; readonly good: number; readonly whole: number }
  | { readonly what: 'promised'; readonly good: number; readonly whole: number }
);

/** A wait for the first answer, in minutes; one that has not ended, or ended without an answer, counts so far. */
export interface Waited {
  readonly what: 'waited';
  readonly clockMinutes: number;
  readonly businessMinutes: number;
  readonly happened: boolean;
  readonly waits: boolean;
  /** null: that is not decided. */
  readonly inTime: boolean | null;
}

/** The groups that it belongs to: one, or with topics several. `teams`: the id of each channel's team. */
export function keysOf(
  by: Breakdown,
  { channelId, trait }: Entry,
  teams: ReadonlyMap<string, string>,
): readonly (string | null)[] {
  if (by === 'none') return [];
  if (by === 'channel') return [channelId];
  if (by === 'team') return [teams.get(channelId) ?? null];
  if (by !== 'topic') return [trait];
  const topics: string[] = trait ? JSON.parse(trait) : [];
  return topics.length > 0 ? topics : [null];
}
