/** Typing errors between two words: letters left out, added, changed, or swapped with their neighbour. */
export function typingErrors(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cheapest(a, b, rows, row, i, j));
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function cheapest(a: string, b: string, rows: readonly number[][], row: readonly number[], i: number, j: number) {
  const at = (up: number, left: number) => (up === 0 ? row[j - left] : rows[i - up]?.[j - left]) ?? 0;
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
  return Math.min(at(0, 1) + 1, at(1, 0) + 1, at(1, 1) + same, swapped ? at(2, 2) + 1 : Number.POSITIVE_INFINITY);
}

/** Longer input is no slip of the finger, and comparing it would only cost time. */
const LONGEST = 40;

/** The spelling with the fewest typing errors; the first of several. `most`: more errors than this are no slip. */
export function nearestOf(
  spellings: readonly string[],
  typed: string,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const word = typed.toLowerCase().slice(0, LONGEST);
  const [best] = spellings
    .map((spelling) => ({ spelling, errors: typingErrors(word, spelling.toLowerCase()) }))
    .sort((a, b) => a.errors - b.errors);
  return best && best.errors <= most ? best.spelling : undefined;
}
