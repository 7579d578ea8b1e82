import type { Level } from '@stammgast/shared/domain/radar/level';
import type { PlaybookStep, Verdict } from '@stammgast/shared/domain/radar/playbook';
import type { Columns } from '../columns.postgres.ts';

/** The level rose: of the whole incident, and of each channel as it stood then. */
export interface Rise {
  readonly at: string;
  readonly level: Level;
  readonly channels: Readonly<Record<string, Level>>;
}
/** Who did what, and when. */
export interface Tick {
  readonly step: PlaybookStep;
  readonly at: string;
  readonly personId: string;
}
export interface Lead {
  readonly at: string;
  readonly personId: string;
}
/** By hour from the start on: what came, what is usual, and how much it varies. */
export interface HourLine {
  readonly first: number;
  readonly counts: readonly number[];
  /** null: not known then. */
  readonly expected: readonly (number | null)[];
  readonly alpha: number;
}

/** So much of the criticism on a channel stands under one post. */
export interface PostShare {
  readonly postId: string;
  readonly comments: number;
}

/** Comments of people outside from the last weeks, as the radar counts them; the id is the comment's. */
const defineVoices = (c: Columns) =>
  c.table(
    'voices',
    {
      id: c.id(),
      channelId: c.text().notNull(),
      threadId: c.text().notNull(),
      /** null: it stands under none. */
      postId: c.text(),
      /** Names of its topics with spaces between: the index can count by them. */
      topics: c.text(),
      authorId: c.text().notNull(),
      at: c.instant().notNull(),
      /** Hours since 1970, in UTC. */
      hour: c.integer().notNull(),
      critical: c.boolean().notNull(),
      press: c.boolean().notNull(),
      aroused: c.boolean().notNull(),
    },
    (t) => [
      c.index('voices_counted').on(t.critical, t.hour, t.channelId, t.postId, t.topics),
      c.index('voices_thread').on(t.threadId),
    ],
  );

/** What the radar listens to, and the storms that it has seen. */
export function defineRadar(c: Columns) {
  const incidents = c.table(
    'incidents',
    {
      number: c.seq(),
      /** 'house' while it goes on: there is never a second one. */
      openFor: c.text(),
      startedAt: c.instant().notNull(),
      endedAt: c.instant(),
      level: c.integer().$type<Level>().notNull(),
      peak: c.integer().$type<Level>().notNull(),
      /** Since when the level has been 5 or more. */
      strongSince: c.instant(),
      rises: c.json<readonly Rise[]>().notNull(),
      steps: c.json<readonly Tick[]>().notNull(),
      leads: c.json<readonly Lead[]>().notNull(),
      verdict: c.text().$type<Verdict>(),
      verdictBy: c.text(),
      verdictAt: c.instant(),
      lesson: c.text().notNull().default(''),
      lessonBy: c.text(),
    },
    (t) => [c.uniqueIndex('incidents_open_for').on(t.openFor), c.index('incidents_started').on(t.startedAt)],
  );

  const incidentChannels = c.table(
    'incident_channels',
    {
      id: c.id(),
      incident: c.integer().notNull(),
      channelId: c.text().notNull(),
      level: c.integer().$type<Level>().notNull(),
      since: c.instant().notNull(),
      comments: c.integer().notNull(),
      critics: c.integer().notNull(),
      line: c.json<HourLine>().notNull(),
      /** Those that most of it is about, the busiest first; null: none. */
      posts: c.json<readonly PostShare[]>(),
    },
    (t) => [
      c.uniqueIndex('incident_channels_once').on(t.incident, t.channelId),
      c.index('incident_channels_channel').on(t.channelId, t.incident),
    ],
  );

  const incidentThreads = c.table(
    'incident_threads',
    {
      id: c.id(),
      incident: c.integer().notNull(),
      threadId: c.text().notNull(),
      channelId: c.text().notNull(),
      joinedAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex('incident_threads_once').on(t.threadId, t.incident),
      c.index('incident_threads_incident').on(t.incident, t.channelId),
    ],
  );

  return { voices: defineVoices(c), incidents, incidentChannels, incidentThreads };
}
