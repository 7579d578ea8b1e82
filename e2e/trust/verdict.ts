// What a trial came to, read from both sides: what the public can read, and what the house believes.
import { factsAfter } from '../../server/src/events/events.queries.ts';
import { openStorage } from '../../server/src/storage/open.ts';
import type { Outcome } from '../pretend/faults.ts';
import type { Scene } from './scene.ts';

export interface Verdict {
  readonly answers: number;
  readonly public: number;
  /** Copies beyond the first, over all answers. */
  readonly doubled: number;
  /** Neither public nor in sight of a person who can act; or believed public without being it. */
  readonly lost: number;
  readonly unconfirmed: number;
  readonly foundByLook: number;
  readonly shownToPerson: number;
  /** Trial time from losing sight of an answer to knowing or telling a person, in seconds. */
  readonly longestUnconfirmed: number;
  readonly deadJobs: number;
  readonly outcomes: ReadonlyMap<Outcome, number>;
}

/** The house must not run any more. */
export async function judge({ dataDir, databaseUrl, platform, critics }: Scene): Promise<Verdict> {
  const { database } = await openStorage({ dataDir, databaseUrl }, () => undefined);
  try {
    const { replies, jobs } = database.reader.tables;
    const rows = await database.reader.select().from(replies);
    const facts = await factsAfter(database.reader, 0, 1_000_000);
    const left = await database.reader.select().from(jobs);
    const copies = critics.map(
      ({ externalId }) => platform.publicAnswers().filter((post) => post.parent === externalId).length,
    );
    const posted = new Set(platform.publicAnswers().map((post) => post.id));
    const believed = rows.filter((row) => row.state === 'published');
    const inSight = rows.filter((row) => row.state === 'failed' || row.state === 'unconfirmed').length;
    return {
      answers: rows.length,
      public: copies.filter((count) => count > 0).length,
      doubled: platform.publicAnswers().length - copies.filter((count) => count > 0).length,
      lost:
        rows.length - believed.length - inSight + believed.filter((row) => !posted.has(row.externalId ?? '')).length,
      ...timesOutOfSight(facts),
      deadJobs: left.filter((job) => job.state === 'dead').length,
      outcomes: platform.counts.byOutcome,
    };
  } finally {
    await database.close();
  }
}

function timesOutOfSight(facts: Awaited<ReturnType<typeof factsAfter>>) {
  const since = new Map<string, number>();
  const counts = { unconfirmed: 0, foundByLook: 0, shownToPerson: 0, longestUnconfirmed: 0 };
  for (const { kind, at, payload } of facts) {
    const id = String(payload?.replyId);
    if (kind === 'reply.unconfirmed') {
      counts.unconfirmed += 1;
      since.set(id, at.getTime());
    } else if (since.has(id) && (kind === 'reply.published' || kind === 'reply.failed')) {
      counts[kind === 'reply.published' ? 'foundByLook' : 'shownToPerson'] += 1;
      counts.longestUnconfirmed = Math.max(counts.longestUnconfirmed, (at.getTime() - (since.get(id) ?? 0)) / 1000);
      since.delete(id);
    }
  }
  return counts;
}
