import type { Platform } from '@stammgast/shared/contract/channels';
import type { Incident } from '@stammgast/shared/contract/radar';
import type { Level } from '@stammgast/shared/domain/radar/level';
import type { Rise } from '../storage/tables/radar.ts';
import type { IncidentChannelRow, IncidentRow } from './incidents.queries.ts';

/** What a reader may know of some incidents. */
export interface Parts {
  readonly channels: readonly IncidentChannelRow[];
  /** Incidents with further channels that the reader does not see. */
  readonly hidden: ReadonlySet<number>;
  readonly names: ReadonlyMap<string, { readonly name: string; readonly platform: Platform }>;
  readonly threads: ReadonlyMap<string, number>;
  readonly posts: ReadonlyMap<string, { readonly title: string; readonly url: string | null }>;
}

export function presentIncident(row: IncidentRow, parts: Parts): Incident {
  const channels = parts.channels
    .filter(({ incident }) => incident === row.number)
    .flatMap(({ channelId: id, level, comments, critics, posts: shares }) => {
      const named = parts.names.get(id);
      if (!named) return [];
      const threads = parts.threads.get(`${row.number} ${id}`) ?? 0;
      const posts = (shares ?? []).flatMap((share) => {
        const post = parts.posts.get(share.postId);
        return post ? [{ title: post.title, url: post.url, comments: share.comments }] : [];
      });
      return [{ id, name: named.name, platform: named.platform, level, comments, critics, threads, posts }];
    });
  const sum = (of: 'comments' | 'critics' | 'threads') => channels.reduce((total, channel) => total + channel[of], 0);
  const partly = parts.hidden.has(row.number);
  return {
    number: row.number,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    level: partly ? highest(channels.map(({ level }) => level)) : row.level,
    peak: highest(risesFor(row, parts).map(({ level }) => level)),
    channels,
    comments: sum('comments'),
    critics: sum('critics'),
    threads: sum('threads'),
    verdict: row.verdict,
    leaderId: row.leads.at(-1)?.personId ?? null,
  };
}

/** How the level rose, as the reader's channels alone tell it. */
export function risesFor(row: IncidentRow, parts: Parts): { at: string; level: Level }[] {
  if (!parts.hidden.has(row.number)) return row.rises.map(({ at, level }) => ({ at, level }));
  const seen = new Set(parts.channels.filter(({ incident }) => incident === row.number).map((one) => one.channelId));
  const levelIn = ({ channels }: Rise) =>
    highest(Object.entries(channels).flatMap(([id, level]) => (seen.has(id) ? [level] : [])));
  const told: { at: string; level: Level }[] = [];
  for (const rise of row.rises) {
    const level = levelIn(rise);
    if (level > (told.at(-1)?.level ?? 0)) told.push({ at: rise.at, level });
  }
  return told;
}

const highest = (levels: readonly Level[]): Level => Math.max(0, ...levels) as Level;
