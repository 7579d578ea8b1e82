/** Up to `most` round values from 0 to at least `max`. */
export function roundSteps(max: number, most = 5): number[] {
  const rough = Math.max(max, 1) / most;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * size).find((one) => one >= rough) ?? rough);
  return Array.from({ length: Math.ceil(Math.max(max, 1) / step) + 1 }, (_, i) => i * step);
}

/** Short times get as much room as long ones: most answers come within the first hours. */
const MARKS = [0, 15, 30, 60, 120, 240, 480, 1440, 2880, 10_080, 40_320];

/** The marks of a time axis that shows up to `minutes`. */
export const timeMarks = (minutes: number): number[] => {
  const last = MARKS.findIndex((mark) => mark >= minutes);
  return MARKS.slice(0, Math.max(5, (last < 0 ? MARKS.length : last) + 1));
};

/** Where a time stands on that axis, from 0 to 1: between two marks by the share of their distance. */
export function timePlace(minutes: number, marks: readonly number[]): number {
  const next = marks.findIndex((mark) => mark > minutes);
  if (next < 0) return 1;
  const [from = 0, to = 1] = [marks[next - 1], marks[next]];
  return (next - 1 + (minutes - from) / (to - from)) / (marks.length - 1);
}
