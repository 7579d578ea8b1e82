const named = ['threads', 'comments', 'replies', 'notes', 'channels', 'people'] as const;
type Kind = (typeof named)[number] | 'others';

/** What people know by name, in a fixed order; everything technical is counted together. */
export function removedCounts(removed: Readonly<Record<string, number>>): { kind: Kind; count: number }[] {
  const all = Object.values(removed).reduce((sum, count) => sum + count, 0);
  const rows = named.map((kind) => ({ kind, count: removed[kind] ?? 0 }));
  const others = all - rows.reduce((sum, { count }) => sum + count, 0);
  return [...rows, { kind: 'others' as const, count: others }].filter(({ count }) => count > 0);
}
