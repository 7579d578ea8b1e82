import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import type { Seen } from './connector.ts';

const isLike = (act: PlatformAct): boolean => act === 'like' || act === 'unlike';

/** Does what was seen tell anything about this? */
export const tells = (seen: Seen, act: PlatformAct): boolean =>
  isLike(act) ? seen.liked !== null : seen.visibility !== null;

/** Does the comment stand as it would after this? */
export function isDone({ visibility, liked }: Seen, act: PlatformAct): boolean {
  if (isLike(act)) return liked === (act === 'like');
  if (act === 'approve' || act === 'unhide') return visibility === 'public';
  if (act === 'spam') return visibility === 'spam';
  return visibility === 'hidden' || (act === 'hold' && visibility === 'held');
}
