import type { IncidentHour } from '@stammgast/shared/contract/radar';
import { useTranslation } from 'react-i18next';
import { roundSteps } from '../../components/chart/scale.ts';
import { useTimes } from '../../components/use-times.ts';

const PAD = { height: 184, top: 12, right: 4, bottom: 22, left: 30, name: 46 };

interface HourChartProps {
  readonly hours: readonly IncidentHour[];
  readonly width: number;
  readonly label: string;
}

/** Bars for what came; behind them the band in which nineteen of twenty usual hours lie. */
export function HourChart({ hours, width, label }: HourChartProps) {
  const { i18n } = useTranslation();
  const times = useTimes();
  const steps = roundSteps(Math.max(4, ...hours.flatMap(({ comments, usualUpTo }) => [comments, usualUpTo ?? 0])), 4);
  const top = steps.at(-1) ?? 1;
  const y = (value: number) => PAD.top + (1 - value / top) * (PAD.height - PAD.top - PAD.bottom);
  const slot = (width - PAD.left - PAD.right) / Math.max(1, hours.length);
  const every = Math.ceil(PAD.name / slot);
  return (
    <svg className="chart" width={width} height={PAD.height} role="img" aria-label={label}>
      {steps.map((step) => (
        <g key={step}>
          <path className={step === 0 ? 'axis' : 'grid'} d={`M${PAD.left} ${y(step)}H${width - PAD.right}`} />
          <text x={PAD.left - 6} y={y(step) + 4} textAnchor="end">
            {step.toLocaleString(i18n.language)}
          </text>
        </g>
      ))}
      {hours.map(({ at, comments, expected, usualUpTo }, index) => {
        const left = PAD.left + index * slot;
        const bar = Math.max(1, slot * 0.6);
        return (
          <g key={at}>
            {usualUpTo !== null && (
              <rect className="b2" x={left} y={y(usualUpTo)} width={slot} height={y(0) - y(usualUpTo)} />
            )}
            <rect className="f1" x={left + (slot - bar) / 2} y={y(comments)} width={bar} height={y(0) - y(comments)} />
            {expected !== null && <path className="expected" d={`M${left} ${y(expected)}h${slot}`} />}
            {index % every === 0 && (
              <text x={left + slot / 2} y={PAD.height - 6} textAnchor="middle">
                {times.time(at)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
