import type { Outcome } from '../pretend/faults.ts';
import { type Point, points, wordsOf } from './points.ts';
import type { Verdict } from './verdict.ts';

export type Kills = ReadonlyMap<Point | 'at random', number>;

/** What one part of the run has promised, and whether it was kept. */
export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly promise: string;
  readonly kept: boolean;
}

const MOST_UNCONFIRMED_S = 180;
const outcomes: readonly Outcome[] = ['honest', 'creates-then-500', 'creates-then-hangs', 'hangs', 'refuses'];

/** Something of which there may be none. */
export const countedLine = (what: string, count: number): Line => ({
  what,
  figure: String(count),
  promise: '0',
  kept: count === 0,
});

/** The lines that every trial has in common. */
export function linesOf(title: string, verdict: Verdict): Line[] {
  const { answers, doubled, lost, deadJobs, unconfirmed, foundByLook, shownToPerson, longestUnconfirmed } = verdict;
  const injected = outcomes.map((outcome) => `${verdict.outcomes.get(outcome) ?? 0} ${outcome}`).join(', ');
  return [
    { what: `${title}: answers, public`, figure: `${answers}, ${verdict.public}`, promise: '–', kept: true },
    { what: `${title}: requests by outcome`, figure: injected, promise: '–', kept: true },
    countedLine(`${title}: posted twice`, doubled),
    countedLine(`${title}: lost`, lost),
    countedLine(`${title}: jobs that ended dead`, deadJobs),
    {
      what: `${title}: unconfirmed, of these found by a look, shown to a person`,
      figure: `${unconfirmed}, ${foundByLook}, ${shownToPerson}`,
      promise: '–',
      kept: true,
    },
    {
      what: `${title}: longest time unconfirmed`,
      figure: `${Math.round(longestUnconfirmed)} s`,
      promise: `≤ ${MOST_UNCONFIRMED_S} s`,
      kept: longestUnconfirmed <= MOST_UNCONFIRMED_S,
    },
  ];
}

export function killLines(title: string, kills: Kills): Line[] {
  return [...points, 'at random' as const].map((where) => ({
    what: `${title}: killed: ${where === 'at random' ? where : wordsOf[where]}`,
    figure: String(kills.get(where) ?? 0),
    promise: '–',
    kept: true,
  }));
}

export const markdown = (lines: readonly Line[]): string =>
  [
    '| What | Counted | Promise | |',
    '| --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line.what} | ${line.figure} | ${line.promise} | ${line.kept ? '✓' : '✗ BROKEN'} |`),
  ].join('\n');
