// Prints what the radar reaches in a made-up house, as the table of docs/decisions/027-how-the-radar-judges.md:
//   node shared/src/domain/radar/measure.suite.ts
import { wilson } from '../statistics/wilson.ts';
import { type Arrival, falseIncidents, stormDelays } from './simulation.suite.ts';

const MONTHS = 60;
const STORMS = 200;

const print = (line: string) => process.stdout.write(`${line}\n`);

function found(delays: readonly number[], hours: number): string {
  const part = delays.filter((delay) => delay <= hours).length;
  const interval = wilson(part, STORMS);
  const percent = (share = 0) => Math.round(share * 100);
  return `${percent(part / STORMS)} % [${percent(interval?.from)}–${percent(interval?.to)}]`;
}

function cellsOf(perDay: number, arrival: Arrival): string[] {
  const delays = stormDelays(perDay, arrival, STORMS);
  return [found(delays, 4), found(delays, 6), `${(delays[STORMS / 2] ?? Number.NaN).toFixed(1)} h`];
}

print(`${MONTHS} months and ${STORMS} storms of each kind; 95 % intervals of Wilson.\n`);
print('| a day | false in 30 days | wave: 4 h | 6 h | median | even: 4 h | 6 h | median |');
print('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const perDay of [1, 5, 20, 100]) {
  const perMonth = (falseIncidents(perDay, MONTHS) / MONTHS).toFixed(2);
  print(`| ${[perDay, perMonth, ...cellsOf(perDay, 'wave'), ...cellsOf(perDay, 'even')].join(' | ')} |`);
}
