import { isTracked, topicOf } from '@stammgast/shared/contract/audit';
import { getHouseState, type HouseState, retryFact } from '@stammgast/shared/contract/house-state';
import type { FactKind } from '@stammgast/shared/contract/live';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { Failed } from '../../components/states.tsx';
import { useToast } from '../../components/toast.tsx';
import { useInstantWords } from '../../components/use-instant-words.ts';

const stateKey = ['house-state'] as const;
const MINUTE = 60_000;
type Fact = Pick<HouseState['setAside'][number], 'follower' | 'seq' | 'kind'>;

/** What the house could not digest; nothing at all when all is well. */
export function HouseTrouble() {
  const { t, i18n } = useTranslation('audit');
  const instant = useInstantWords();
  const { data, error, refetch } = useQuery({
    queryKey: stateKey,
    queryFn: ({ signal }) => call(getHouseState, { signal }),
    refetchInterval: MINUTE,
  });
  if (error) return <Failed error={error} title={t('trouble.failed')} onRetry={() => void refetch()} />;
  if (!data || data.stuck.length + data.setAside.length === 0) return null;
  const named = ({ follower, seq, kind }: Fact) => ({
    follower: i18n.exists(`audit:values.follower.${follower}`) ? t(`values.follower.${follower}`) : follower,
    ...{ seq, kind: kind === null ? t('trouble.unknownKind') : wordsOf(kind) },
  });
  const wordsOf = (kind: FactKind) =>
    isTracked(kind) ? `${t(`topics.${topicOf(kind)}`)}, ${t(`kinds.${kind}`)}` : kind;
  return (
    <section className="trouble" aria-labelledby="trouble-title">
      <h2 id="trouble-title">{t('trouble.title')}</h2>
      {data.stuck.some(({ follower }) => follower === 'audit') && (
        <Notice kind="warn" quiet>
          {t('trouble.stuckAudit')}
        </Notice>
      )}
      <ul>
        {data.stuck.map(({ tries, since, error, ...one }) => (
          <li key={one.follower}>
            <p>{t('trouble.stuck', { ...named(one), count: tries, since: instant(since) })}</p>
            <code>{error}</code>
          </li>
        ))}
        {data.setAside.map(({ id, at, error, ...one }) => (
          <li key={id}>
            <p>{t('trouble.aside', { ...named(one), at: instant(at) })}</p>
            <code>{error}</code>
            {one.kind !== null && <Retry id={id} seq={one.seq} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Retry({ id, seq }: { id: string; seq: number }) {
  const { t } = useTranslation('audit');
  const client = useQueryClient();
  const toast = useToast();
  const problemText = useProblemText('audit');
  const retrying = useMutation({
    mutationFn: () => call(retryFact, { params: { factId: id } }),
    onSuccess: () => {
      toast.show({ title: t('trouble.done') });
      // The button goes with its fact.
      document.getElementById('content')?.focus();
    },
    onSettled: () => client.invalidateQueries({ queryKey: stateKey }),
  });
  return (
    <>
      {retrying.isError && <Notice kind="error">{problemText(retrying.error)}</Notice>}
      <Button
        size="sm"
        busy={retrying.isPending}
        aria-label={t('trouble.retryOne', { seq })}
        onClick={() => retrying.mutate()}
      >
        {t('trouble.retry')}
      </Button>
    </>
  );
}
