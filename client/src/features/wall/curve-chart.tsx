import type { Answering } from '@stammgast/shared/contract/wall';
import { useTranslation } from 'react-i18next';
import { timeMarks, timePlace } from '../../components/chart/scale.ts';
import { durationWords } from '../../i18n/duration.ts';

const HEIGHT = 220;
const PAD = { top: 14, right: 52, bottom: 24, left: 44 };
/** What is read from the other end of a room needs more room around it. */
const FAR_PAD = { top: 24, right: 110, bottom: 44, left: 110 };
const shares = [0, 0.25, 0.5, 0.75, 1];

type Point = { readonly minutes: number; readonly value: number };

/** The share that is answered by a time, today with its band, and usually. */
export function CurveChart({ today, usual, width, names, far }: CurveProps) {
  const { t, i18n } = useTranslation(['wall', 'durations']);
  // The names at the ends of the curves have one line.
  const longest = Math.max(names.usual.length, names.today.length);
  const pad = far ? FAR_PAD : { ...PAD, right: Math.max(PAD.right, 7 * longest + 10) };
  const height = far ? 250 : HEIGHT;
  const marks = timeMarks(
    Math.max(lastOf(today), Math.min(lastOf(usual), 2 * lastOf(today) || Number.POSITIVE_INFINITY)),
  );
  const inner = { width: width - pad.left - pad.right, height: height - pad.top - pad.bottom };
  const x = (minutes: number) => pad.left + timePlace(minutes, marks) * inner.width;
  const y = (share: number) => pad.top + (1 - share) * inner.height;
  const stairs = (points: readonly Point[]) =>
    points.map(({ minutes, value }) => `H${x(minutes).toFixed(1)}V${y(value).toFixed(1)}`).join('');
  const line = (curve: Answering['curve']) =>
    `M${x(0)} ${y(0)}${stairs(curve.map(({ minutes, share }) => ({ minutes, value: share })))}`;
  const half = today.median.minutes;
  return (
    <svg className="chart" width={width} height={height} role="img" aria-label={t('curve.label')}>
      {shares.map((share) => (
        <g key={share}>
          <path className={share === 0 ? 'axis' : 'grid'} d={`M${pad.left} ${y(share)}H${width - pad.right}`} />
          <text x={pad.left - 8} y={y(share) + 4} textAnchor="end">
            {share.toLocaleString(i18n.language, { style: 'percent' })}
          </text>
        </g>
      ))}
      {marks.map((mark) => (
        <text key={mark} x={x(mark)} y={height - 6} textAnchor="middle">
          {mark === 0 ? '0' : durationWords(t, mark, { days: true })}
        </text>
      ))}
      <path className="b1" d={bandPath(today.curve, x, y)} />
      <path className="l2" d={line(usual.curve)} />
      <path className="l1" d={line(today.curve)} />
      <EndName curve={usual.curve} x={width - pad.right + 6} y={y} text={names.usual} />
      <EndName curve={today.curve} x={width - pad.right + 6} y={y} text={names.today} beside={usual.curve} own />
      {half !== null && (
        <>
          <circle className="f1" cx={x(half)} cy={y(0.5)} r="3.5" />
          <text className="strong halo" x={x(half) - 8} y={y(0.5) - 8} textAnchor="end">
            {durationWords(t, half, { days: true })}
          </text>
        </>
      )}
    </svg>
  );
}

interface CurveProps {
  readonly today: Answering;
  readonly usual: Answering;
  readonly width: number;
  /** On a screen on the wall. */
  readonly far: boolean;
  readonly names: { readonly today: string; readonly usual: string };
}

const lastOf = ({ curve }: Answering): number => curve.at(-1)?.minutes ?? 0;

/** The name of a curve at its end; where another ends as high, below that one's. */
function EndName({ curve, x, y, text, beside, own = false }: EndNameProps) {
  const last = curve.at(-1);
  if (!last) return null;
  const other = beside?.at(-1);
  const low = other !== undefined && Math.abs(y(other.share) - y(last.share)) < 16;
  return (
    <text className={own ? 'strong own' : undefined} x={x} y={y(last.share) + (low ? 18 : 4)}>
      {text}
    </text>
  );
}
interface EndNameProps {
  readonly curve: Answering['curve'];
  readonly x: number;
  readonly y: (share: number) => number;
  readonly text: string;
  readonly beside?: Answering['curve'];
  readonly own?: boolean;
}

/** Up along the upper limit, back along the lower one. */
function bandPath(curve: Answering['curve'], x: (minutes: number) => number, y: (share: number) => number): string {
  const known = curve.flatMap(({ minutes, from, to }) => (from === null || to === null ? [] : [{ minutes, from, to }]));
  const [first] = known;
  if (!first) return '';
  const there = known.map(({ minutes, to }) => `H${x(minutes).toFixed(1)}V${y(to).toFixed(1)}`).join('');
  const back = known
    .toReversed()
    .map(({ minutes, from }) => `V${y(from).toFixed(1)}H${x(minutes).toFixed(1)}`)
    .join('');
  return `M${x(first.minutes).toFixed(1)} ${y(0)}${there}${back}V${y(0)}z`;
}
