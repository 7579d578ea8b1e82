import type { SlaPolicy } from '@stammgast/shared/contract/sla';

export interface TargetInput {
  readonly hours: string;
  readonly minutes: string;
}
const year = 60 * 24 * 365;

/** A target as two fields; null (no target) is two empty ones. */
export function toInput(target: number | null): TargetInput {
  if (target === null) return { hours: '', minutes: '' };
  return { hours: String(Math.floor(target / 60)), minutes: String(target % 60) };
}

/** Minutes, null for no target, or what is wrong with the input. */
export function toTarget({ hours, minutes }: TargetInput): number | null | 'wrong' | 'tooLong' {
  if (hours.trim() === '' && minutes.trim() === '') return null;
  if (!/^\d*$/.test(hours.trim()) || !/^\d*$/.test(minutes.trim())) return 'wrong';
  const total = Number(hours) * 60 + Number(minutes);
  if (total === 0) return 'wrong';
  return total > year ? 'tooLong' : total;
}

export const metrics = ['first', 'next', 'resolution'] as const;
export type Metric = (typeof metrics)[number];
export type Targets = Readonly<Record<Metric, TargetInput>>;
type Minutes = Pick<SlaPolicy, 'firstMinutes' | 'nextMinutes' | 'resolutionMinutes'>;
export type TargetErrors = Partial<Record<Metric, 'wrong' | 'tooLong' | 'noTarget'>>;

export function toTargets(policy: Minutes | undefined): Targets {
  return {
    first: toInput(policy?.firstMinutes ?? null),
    next: toInput(policy?.nextMinutes ?? null),
    resolution: toInput(policy?.resolutionMinutes ?? null),
  };
}

/** The three targets in minutes, or null with what is wrong. A policy without any target promises nothing. */
export function readTargets(targets: Targets): { minutes: Minutes | null; errors: TargetErrors } {
  const errors: TargetErrors = {};
  const read = (metric: Metric): number | null => {
    const target = toTarget(targets[metric]);
    if (typeof target !== 'string') return target;
    errors[metric] = target;
    return null;
  };
  const minutes = {
    firstMinutes: read('first'),
    nextMinutes: read('next'),
    resolutionMinutes: read('resolution'),
  };
  const some = Object.values(minutes).some((one) => one !== null);
  if (!some && Object.keys(errors).length === 0) errors.first = 'noTarget';
  return { minutes: Object.keys(errors).length === 0 ? minutes : null, errors };
}
