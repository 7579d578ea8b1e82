/** Namespaces by file name: `./de/inbox.json` becomes `inbox`. */
export function collect<T>(files: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]));
}
