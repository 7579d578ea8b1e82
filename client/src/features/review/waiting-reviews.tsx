import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../api/me.ts';
import { reviewStateQuery } from './queries.ts';

/** In the navigation of those who review: how many threads wait for them. */
export function WaitingReviews() {
  const reviews = useMay('review.write');
  const state = useQuery({ ...reviewStateQuery, enabled: reviews }).data;
  return state && state.waiting > 0 ? <span className="count">{state.waiting}</span> : null;
}
