import type { Kind, Point } from './measures.ts';

/** The top of the axis: a number that people like, not below any value. */
export function niceTop(points: readonly Point[], kind: Kind): number {
  if (kind === 'share') return 1;
  const highest = Math.max(0, ...points.flatMap(({ value, to }) => [value ?? 0, to ?? 0]));
  const steps = kind === 'time' ? [5, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 4320, 10_080] : [];
  return steps.find((step) => step >= highest) ?? roundUp(Math.max(highest, 1));
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** Runs of points that are known, as `[index, point][]`: a line is not drawn across what nobody knows. */
export function runsOf(points: readonly Point[]): [number, Point & { readonly value: number }][][] {
  const runs: [number, Point & { readonly value: number }][][] = [];
  points.forEach((point, index) => {
    const { value } = point;
    if (value === null) return;
    const last = runs.at(-1);
    const known: [number, Point & { readonly value: number }] = [index, { ...point, value }];
    if (last?.at(-1)?.[0] === index - 1) last.push(known);
    else runs.push([known]);
  });
  return runs;
}
