import { useTranslation } from 'react-i18next';
import { roundSteps } from '../../components/chart/scale.ts';

const NEAR = { height: 184, top: 12, right: 12, bottom: 22, left: 30, name: 34 };
/** What is read from the other end of a room needs more room around it. */
const FAR = { height: 240, top: 20, right: 8, bottom: 42, left: 64, name: 90 };

export interface FlowSlot {
  readonly label: string;
  readonly opened: number | null;
  readonly answered: number | null;
  /** Inflow on an average day; null where that is not compared. */
  readonly usual: number | null;
}

/** What came and what was answered beside each other, with what usually comes as a line across. */
export function FlowChart({ slots, width, label, far }: FlowChartProps) {
  const { i18n } = useTranslation();
  const pad = far ? FAR : NEAR;
  const highest = Math.max(
    1,
    ...slots.flatMap(({ opened, answered, usual }) => [opened ?? 0, answered ?? 0, usual ?? 0]),
  );
  const steps = roundSteps(highest, 4);
  const top = steps.at(-1) ?? 1;
  const inner = { width: width - pad.left - pad.right, height: pad.height - pad.top - pad.bottom };
  const y = (value: number) => pad.top + (1 - value / top) * inner.height;
  const slot = inner.width / Math.max(1, slots.length);
  const bar = Math.max(1, slot * 0.36);
  const every = Math.ceil(pad.name / slot);
  return (
    <svg className="chart" width={width} height={pad.height} role="img" aria-label={label}>
      {steps.map((step) => (
        <g key={step}>
          <path className={step === 0 ? 'axis' : 'grid'} d={`M${pad.left} ${y(step)}H${width - pad.right}`} />
          <text x={pad.left - 6} y={y(step) + 4} textAnchor="end">
            {step.toLocaleString(i18n.language)}
          </text>
        </g>
      ))}
      {slots.map(({ label: name, opened, answered, usual }, i) => {
        const left = pad.left + i * slot;
        const middle = left + slot / 2;
        return (
          <g key={name}>
            {opened !== null && (
              <rect className="f1" x={middle - bar} y={y(opened)} width={bar - 1} height={y(0) - y(opened)} />
            )}
            {answered !== null && (
              <rect className="f2" x={middle} y={y(answered)} width={bar - 1} height={y(0) - y(answered)} />
            )}
            {usual !== null && <path className="usual" d={`M${left + 1} ${y(usual)}H${left + slot - 1}`} />}
            {i % every === 0 && (
              <text x={middle} y={pad.height - 6} textAnchor="middle">
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface FlowChartProps {
  readonly slots: readonly FlowSlot[];
  readonly width: number;
  readonly label: string;
  readonly far: boolean;
}
