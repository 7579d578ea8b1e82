import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../../api/me.ts';
import { colleaguesQuery } from '../../../api/people-and-channels.ts';

/** Colleagues who may see a channel, and so may be called to a thread of it. */
export function useMentionable(channelId: string) {
  const me = useMe();
  return (useQuery(colleaguesQuery).data ?? []).filter(
    (one) => one.active && one.id !== me.id && (one.channelIds === null || one.channelIds.includes(channelId)),
  );
}
