// npm run bench: every figure of the README's table, from one run on one machine.
import { cpus } from 'node:os';
import { benchBrowser } from './browser.ts';
import { benchDeadlines } from './deadlines.ts';
import { postgres } from './engine.ts';
import { benchIntake } from './intake.ts';
import { benchList } from './list.ts';
import { benchQueue } from './queue.ts';
import { benchRadar } from './radar.ts';
import { benchReplies } from './replies.ts';
import { benchReports } from './reports.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { markdown } from './table.ts';
import { benchWall } from './wall.ts';

const parts = {
  intake: benchIntake,
  replies: benchReplies,
  queue: benchQueue,
  search: benchSearch,
  start: benchStart,
  browser: benchBrowser,
  deadlines: benchDeadlines,
};
/** They take long, for figures of their own: only when named. */
const apart = { list: benchList, radar: benchRadar, reports: benchReports, wall: benchWall };
/** What reads many rows: these are measured on PostgreSQL as well. */
const onBoth = { queue: benchQueue, search: benchSearch, wall: benchWall };
const wanted = process.argv.slice(2);
const always = postgres ? onBoth : parts;
const known = Object.keys(postgres ? onBoth : { ...parts, ...apart });
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`${unknown} cannot be measured here; what can: ${known}`);
for (const [name, bench] of Object.entries(always)) if (wanted.length === 0 || wanted.includes(name)) await bench();
if (!postgres) for (const [name, bench] of Object.entries(apart)) if (wanted.includes(name)) await bench();
console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n\n${markdown()}`);
