import { LEAST_AUTHORS } from '@stammgast/shared/domain/radar/alarm';
import type { PostShare } from '../storage/tables/radar.ts';
import type { SpokenVoice } from './voices.queries.ts';

/** Two posts at most hold a third each and have something to say about where it comes from. */
const LEAST_SHARE = 1 / 3;

/** Posts under which much of what was said on a channel stands, by several people; null: it is about none. */
export function postSharesOf(voices: readonly Pick<SpokenVoice, 'post' | 'author'>[]): PostShare[] | null {
  const shares = [...Map.groupBy(voices, ({ post }) => post)].flatMap(([postId, under]) => {
    const authors = new Set(under.map(({ author }) => author)).size;
    const isMuch = under.length >= LEAST_SHARE * voices.length && authors >= LEAST_AUTHORS;
    return postId !== null && isMuch ? [{ postId, comments: under.length }] : [];
  });
  return shares.length > 0 ? shares.sort((a, b) => b.comments - a.comments) : null;
}
