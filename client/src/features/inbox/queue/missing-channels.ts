import type { Channel, SilentChannel } from '@stammgast/shared/contract/channels';

export interface MissingChannel extends Pick<Channel, 'id' | 'platform' | 'name'> {
  /** It cannot be reached, or brings nothing although it can. */
  readonly kind: 'failing' | 'silent';
  /** null: it has never brought anything. */
  readonly since: string | null;
  readonly usualGapMinutes: number | null;
}
type Known = Pick<Channel, 'id' | 'platform' | 'name' | 'state' | 'lastSuccessAt'>;

/** Channels whose comments may be missing, those that fail first. What is paused was paused on purpose. */
export function missingOf(channels: readonly Known[], silent: readonly SilentChannel[]): readonly MissingChannel[] {
  const missing = channels.flatMap(({ id, platform, name, state, lastSuccessAt }): MissingChannel[] => {
    if (state === 'failing')
      return [{ id, platform, name, kind: 'failing', since: lastSuccessAt, usualGapMinutes: null }];
    const silence = state === 'ok' ? silent.find((one) => one.id === id) : undefined;
    if (!silence) return [];
    const { lastItemAt: since, usualGapMinutes } = silence;
    return [{ id, platform, name, kind: 'silent', since, usualGapMinutes }];
  });
  return missing.sort((a, b) => a.kind.localeCompare(b.kind));
}
