import type { Columns } from './columns.postgres.ts';
import { defineApprovals } from './tables/approvals.ts';
import { defineAudit } from './tables/audit.ts';
import { defineAuthors } from './tables/authors.ts';
import { defineChannels } from './tables/channels.ts';
import { defineClocks } from './tables/clocks.ts';
import { defineComments } from './tables/comments.ts';
import { defineDrafts } from './tables/drafts.ts';
import { defineFigures } from './tables/figures.ts';
import { defineHouse } from './tables/house.ts';
import { defineLearning } from './tables/learning.ts';
import { defineMails } from './tables/mails.ts';
import { defineNotifications } from './tables/notifications.ts';
import { definePeople } from './tables/people.ts';
import { definePromises } from './tables/promises.ts';
import { defineRadar } from './tables/radar.ts';
import { defineRemarks } from './tables/remarks.ts';
import { defineReplies } from './tables/replies.ts';
import { defineReports } from './tables/reports.ts';
import { defineReviews } from './tables/reviews.ts';
import { defineSla } from './tables/sla.ts';
import { defineTeams } from './tables/teams.ts';
import { defineTexts } from './tables/texts.ts';
import { defineThreads } from './tables/threads.ts';
import { defineWork } from './tables/work.ts';

/** All tables, written once and built for either engine. */
export function defineTables(c: Columns) {
  const outside = defineAuthors(c);
  const inside = definePeople(c);
  return {
    ...defineHouse(c),
    ...inside,
    ...defineChannels(c),
    ...defineTeams(c),
    ...outside,
    ...defineThreads(c, outside.authors),
    ...defineComments(c, outside.authors),
    ...defineRemarks(c),
    ...defineReplies(c),
    ...defineSla(c),
    ...defineClocks(c),
    ...defineWork(c),
    ...defineDrafts(c),
    ...defineApprovals(c),
    ...definePromises(c),
    ...defineReports(c),
    ...defineRadar(c),
    ...defineTexts(c),
    ...defineMails(c),
    ...defineFigures(c),
    ...defineNotifications(c, inside),
    ...defineAudit(c),
    ...defineReviews(c),
    ...defineLearning(c),
  };
}
export type Tables = ReturnType<typeof defineTables>;
