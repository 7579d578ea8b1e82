import type { StoredFact } from './events.queries.ts';

/** The channels whose people may hear of it; null: everybody may. A storm belongs to all channels that it has reached. */
export function audienceOf({ kind, channelId, payload }: StoredFact): readonly string[] | null {
  const reached = kind.startsWith('radar.') ? payload?.channels : undefined;
  if (Array.isArray(reached)) return reached.map(String);
  return channelId === null ? null : [channelId];
}
