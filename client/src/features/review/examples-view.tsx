import type { Example } from '@stammgast/shared/contract/review';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { GuestHead } from './guest-head.tsx';
import { examplesQuery } from './queries.ts';

/** Answers from which nothing is missing, shown because their authors agreed. */
export function ExamplesView() {
  const { t } = useTranslation('review');
  const found = useInfiniteQuery(examplesQuery);
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  if (found.data.length === 0) return <Empty title={t('examples.none')}>{t('examples.how')}</Empty>;
  return (
    <>
      <ul className="pairs">
        {found.data.map((example) => (
          <li key={example.id}>
            <ExamplePair example={example} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function ExamplePair({ example }: { example: Example }) {
  const { t } = useTranslation(['review', 'common']);
  return (
    <article className="pair" aria-label={t('case.named', { number: example.number })}>
      <div lang={example.language ?? undefined}>
        <GuestHead {...example} />
        <p className="voice">{example.comment ?? t('case.gone')}</p>
      </div>
      <div>
        <h3 className="label">
          {example.authorName}
          <span className="meta">{example.topics.map((topic) => t(`common:topics.${topic}`)).join(', ')}</span>
        </h3>
        <p className="house-text">{example.answer}</p>
      </div>
    </article>
  );
}
