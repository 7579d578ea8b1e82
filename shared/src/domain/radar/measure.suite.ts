// Prints what the radar reaches in a made-up house, as the tables of docs/decisions/027-how-the-radar-judges.md:
//   node shared/src/domain/radar/measure.suite.ts
import { wilson } from '../statistics/wilson.ts';
import { type Arrival, falseIncidents, type Ground, stormDelays } from './simulation.suite.ts';

const MONTHS = 60;
const STORMS = 200;
const COMPARED = 100;
const volumes = [1, 5, 20, 100];

const print = (line: string) => process.stdout.write(`${line}\n`);
const printRow = (cells: readonly (string | number)[]) => print(`| ${cells.join(' | ')} |`);
function printHead(...cells: string[]): void {
  printRow(cells);
  printRow(cells.map(() => '---'));
}

function found(delays: readonly number[], storms: number, hours: number): string {
  const part = delays.filter((delay) => delay <= hours).length;
  const interval = wilson(part, storms);
  const percent = (share = 0) => Math.round(share * 100);
  return `${percent(part / storms)} % [${percent(interval?.from)}–${percent(interval?.to)}]`;
}
const median = (delays: readonly number[], storms: number) => `${(delays[storms / 2] ?? Number.NaN).toFixed(1)} h`;

function cellsOf(perDay: number, arrival: Arrival): string[] {
  const delays = stormDelays({ perDay, arrival, ground: 'channels' }, STORMS);
  return [found(delays, STORMS, 4), found(delays, STORMS, 6), median(delays, STORMS)];
}
const compared = (perDay: number, ground: Ground): string[] =>
  [false, true].map((closely) => {
    const delays = stormDelays({ perDay, arrival: 'even', ground }, COMPARED, closely);
    return `${found(delays, COMPARED, 4)}, ${median(delays, COMPARED)}`;
  });

print(`${MONTHS} months and ${STORMS} storms of each kind; 95 % intervals of Wilson.\n`);
printHead('a day', 'false in 30 days', 'wave: 4 h', '6 h', 'median', 'even: 4 h', '6 h', 'median');
for (const perDay of volumes) {
  const perMonth = (falseIncidents(perDay, MONTHS) / MONTHS).toFixed(2);
  printRow([perDay, perMonth, ...cellsOf(perDay, 'wave'), ...cellsOf(perDay, 'even')]);
}
print(`\nEvenly, within four hours and median, without and with a look at posts and topics; ${COMPARED} storms.\n`);
printHead('a day', 'one topic: without', 'with', 'one post: without', 'with', 'two posts: without', 'with');
for (const perDay of volumes)
  printRow([perDay, ...compared(perDay, 'topic'), ...compared(perDay, 'post'), ...compared(perDay, 'posts')]);
