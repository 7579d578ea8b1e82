import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMe } from '../../../api/me.ts';

/** A text that has not been sent. Kept in memory per person and thread while one moves around the house. */
export interface Draft {
  readonly answer: string;
  readonly note: string;
  /** Chosen by hand; otherwise the newest comment of the critic is answered. */
  readonly commentId?: string | undefined;
  /** One per attempt to say something: a double click or a retry finds the first answer. */
  readonly idempotencyKey: string;
}

const fresh = (): Draft => ({ answer: '', note: '', idempotencyKey: crypto.randomUUID() });
const forever = Number.POSITIVE_INFINITY;

export function useDrafts() {
  const client = useQueryClient();
  const { id } = useMe();
  return useMemo(() => {
    const key = (threadId: string) => ['draft', id, threadId];
    client.setQueryDefaults(['draft'], { gcTime: forever, staleTime: forever });
    const read = (threadId: string): Draft => client.getQueryData<Draft>(key(threadId)) ?? fresh();
    const change = (threadId: string, part: Partial<Draft>) =>
      client.setQueryData<Draft>(key(threadId), { ...read(threadId), ...part });
    return {
      key,
      read,
      change,
      /** After sending: an empty page with a new key. */
      clearAnswer: (threadId: string) =>
        client.setQueryData<Draft>(key(threadId), { ...fresh(), note: read(threadId).note }),
      /** A text comes back: it never overwrites what was written since. */
      giveBack: (threadId: string, { text, commentId }: { text: string; commentId: string }) => {
        const { answer, note } = read(threadId);
        const whole = answer.trim() === '' || answer.trim() === text.trim() ? text : `${text}\n\n${answer}`;
        client.setQueryData<Draft>(key(threadId), { ...fresh(), note, answer: whole, commentId });
      },
    };
  }, [client, id]);
}

/** The draft of a thread; changes where it was last written. */
export function useDraft(threadId: string): Draft {
  const drafts = useDrafts();
  const { data } = useQuery({
    queryKey: drafts.key(threadId),
    queryFn: () => drafts.read(threadId),
    initialData: () => drafts.read(threadId),
  });
  return data;
}
