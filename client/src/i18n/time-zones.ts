/** The browser's own zone, and every zone to choose from; the own one is in the list even where the browser forgets it. */
export function timeZones(): { own: string; all: readonly string[] } {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return { own, all: [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', own])].sort() };
}
