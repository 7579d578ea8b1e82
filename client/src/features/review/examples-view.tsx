import type { Example } from '@stammgast/shared/contract/feedback';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/states.tsx';
import { GuestHead } from './guest-head.tsx';
import { PagedPairs } from './paged-pairs.tsx';
import { examplesQuery } from './queries.ts';

/** Answers from which nothing is missing, shown because their authors agreed. */
export function ExamplesView() {
  const { t } = useTranslation('review');
  const found = useInfiniteQuery(examplesQuery);
  return (
    <PagedPairs
      found={found}
      rows={found.data}
      keyOf={({ id }) => id}
      pairOf={(example) => <ExamplePair example={example} />}
      empty={<Empty title={t('examples.none')}>{t('examples.how')}</Empty>}
    />
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
