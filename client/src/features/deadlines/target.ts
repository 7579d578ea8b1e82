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
