import { useId } from 'react';
import { niceTop, runsOf } from './chart-scale.ts';
import type { Kind, Point } from './measures.ts';

const WIDTH = 320;
const RIGHT = 56;
const TOP = 8;
const BASE = 84;
const HEIGHT = 104;
const INNER = WIDTH - RIGHT;

interface ChartProps {
  readonly label: string;
  readonly kind: Kind;
  readonly points: readonly Point[];
  /** Words for the ends of the axis, and of a value on it. */
  readonly first: string;
  readonly last: string;
  readonly words: (value: number) => string;
}

/** Bars for counts, else a line with its band; days without data are hatched. The table says the same. */
export function Chart({ label, kind, points, first, last, words }: ChartProps) {
  const hatch = useId();
  const top = niceTop(points, kind);
  const step = INNER / Math.max(points.length, 1);
  const y = (value: number) => BASE - ((BASE - TOP) * Math.min(value, top)) / top;
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch" d="M0 0v6" />
        </pattern>
      </defs>
      <path className="grid" d={`M0 ${TOP}H${INNER}`} />
      {points.map(({ gap }, index) =>
        gap ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part of the period has its place
          <rect key={index} x={index * step} y={TOP} width={step} height={BASE - TOP} fill={`url(#${hatch})`} />
        ) : null,
      )}
      {kind === 'count' ? <Bars points={points} step={step} y={y} /> : <Lines points={points} step={step} y={y} />}
      <path className="axis" d={`M0 ${BASE}H${INNER}`} />
      <text x={INNER + 6} y={TOP + 4}>
        {words(top)}
      </text>
      <text x={INNER + 6} y={BASE + 4}>
        {words(0)}
      </text>
      <text x="0" y={HEIGHT - 4}>
        {first}
      </text>
      {points.length > 1 && (
        <text x={INNER} y={HEIGHT - 4} textAnchor="end">
          {last}
        </text>
      )}
    </svg>
  );
}

interface MarksProps {
  readonly points: readonly Point[];
  readonly step: number;
  readonly y: (value: number) => number;
}

function Bars({ points, step, y }: MarksProps) {
  const width = Math.max(1, step - Math.min(3, step * 0.25));
  const bars = points.flatMap(({ value }, index) => {
    if (!value) return [];
    const x = index * step + (step - width) / 2;
    return [`M${x.toFixed(1)} ${BASE}V${y(value).toFixed(1)}h${width.toFixed(1)}V${BASE}z`];
  });
  return <path className="bars" d={bars.join('')} />;
}

function Lines({ points, step, y }: MarksProps) {
  const x = (index: number) => ((index + 0.5) * step).toFixed(1);
  const at = (index: number, value: number) => `${x(index)} ${y(value).toFixed(1)}`;
  const runs = runsOf(points);
  const band = (run: (typeof runs)[number]) => {
    // An end that was not seen yet lies beyond the drawing.
    const upper = run.map(([index, { to }]) => at(index, to ?? Number.MAX_VALUE));
    const lower = run.map(([index, { from }]) => at(index, from ?? 0)).toReversed();
    return `M${[...upper, ...lower].join(' ')}z`;
  };
  const whisker = ([index, { from, to }]: (typeof runs)[number][number]) =>
    `M${at(index, to ?? Number.MAX_VALUE)}V${y(from ?? 0).toFixed(1)}`;
  const long = runs.filter((run) => run.length > 1);
  const single = runs.flatMap((run) => (run.length === 1 ? run : []));
  return (
    <>
      <path className="b1" d={long.map(band).join('')} />
      <path className="l1" d={long.map((run) => `M${run.map(([i, { value }]) => at(i, value)).join(' ')}`).join('')} />
      <path className="whisker" d={single.map(whisker).join('')} />
      {single.map(([index, { value }]) => (
        <circle key={index} className="f1" cx={x(index)} cy={y(value)} r="2.5" />
      ))}
    </>
  );
}
