/** One line of the table: what was measured, the figure, and what we aim at. */
interface Row {
  readonly what: string;
  readonly figure: string;
  readonly aim: string;
}

const rows: Row[] = [];

/** Adds a line and shows it at once, because the whole run takes minutes. */
export function report(what: string, figure: string, aim: string): void {
  rows.push({ what, figure, aim });
  console.log(`${what}: ${figure} (aim: ${aim})`);
}

/** The table as the README shows it. */
export const markdown = (): string =>
  [
    '| What | Measured | Aim |',
    '| --- | --- | --- |',
    ...rows.map((r) => `| ${r.what} | ${r.figure} | ${r.aim} |`),
  ].join('\n');

/** The value below which this share of all lies; `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
