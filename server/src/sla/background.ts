import type { Db } from '../storage/database.ts';
import { criticsSince, tagsByThread } from './promises.queries.ts';
import type { Promises } from './promises.ts';
import type { Background, WantedClock } from './terms.ts';

/** Reads only what a policy asks for: most houses ask for neither. */
export async function readBackground(
  db: Db,
  { policies }: Promises,
  wanted: readonly Pick<WantedClock, 'threadId' | 'authorId'>[],
): Promise<Background> {
  const threadIds = [...new Set(wanted.map((want) => want.threadId))];
  const authorIds = [...new Set(wanted.flatMap((want) => want.authorId ?? []))];
  const byTag = threadIds.length > 0 && policies.some((policy) => policy.tag !== null);
  const byAuthor = authorIds.length > 0 && policies.some((policy) => policy.author !== null);
  return {
    tags: byTag ? await tagsByThread(db, threadIds) : new Map(),
    critics: byAuthor ? await criticsSince(db, authorIds, threadIds) : new Map(),
  };
}
