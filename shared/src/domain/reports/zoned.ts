import { zoneStretchAt } from '../zone-offsets.ts';

/** An instant as the clock of a zone shows it, with its distance from UTC: `2026-03-05T14:00:00+01:00`. */
export function zoned(at: Date, timeZone: string): string {
  const { offset } = zoneStretchAt(timeZone, at.getTime());
  const local = new Date(at.getTime() + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
