import type { Columns } from './columns.postgres.ts';
import { defineChannels } from './tables/channels.ts';
import { defineHouse } from './tables/house.ts';
import { definePeople } from './tables/people.ts';
import { defineReplies } from './tables/replies.ts';
import { defineSla } from './tables/sla.ts';
import { defineThreads } from './tables/threads.ts';

/** All tables, written once and built for either engine. */
export function defineTables(c: Columns) {
  return {
    ...defineHouse(c),
    ...definePeople(c),
    ...defineChannels(c),
    ...defineThreads(c),
    ...defineReplies(c),
    ...defineSla(c),
  };
}
export type Tables = ReturnType<typeof defineTables>;
