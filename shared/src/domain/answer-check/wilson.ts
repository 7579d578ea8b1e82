/** The 95 % interval of Wilson for `part` of `whole`; null without any. Says how little a few examples prove. */
export function wilson(part: number, whole: number): { readonly from: number; readonly to: number } | null {
  if (whole === 0) return null;
  const z = 1.96;
  const share = part / whole;
  const middle = share + z ** 2 / (2 * whole);
  const half = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  const scale = 1 + z ** 2 / whole;
  return { from: Math.max(0, (middle - half) / scale), to: Math.min(1, (middle + half) / scale) };
}
