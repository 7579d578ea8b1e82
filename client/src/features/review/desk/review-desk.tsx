import type { SampleRow } from '@stammgast/shared/contract/review';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../../components/states.tsx';
import { useKeys } from '../../../keys/keys.tsx';
import { caseQuery, type ReviewList, reviewStateQuery, samplesQuery } from '../queries.ts';
import { CasePane } from './case-pane.tsx';
import { SamplePane } from './sample-pane.tsx';
import { ScorePane } from './score-pane.tsx';

/** Three panes: what is to be looked at, what was said, what it is worth. */
export function ReviewDesk({ list, sampleId }: { list: ReviewList; sampleId: string | undefined }) {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const samples = useInfiniteQuery(samplesQuery(list));
  const state = useQuery(reviewStateQuery).data;
  const rows = samples.data ?? none;
  const current = sampleId ?? rows[0]?.id;
  const steps = useSteps(rows, current);
  const stepped = useRef(false);
  usePageTitle(state ? `${t('title')} (${state.waiting})` : t('title'));
  const go = (sample: string | undefined) => {
    stepped.current = true;
    void navigate({ to: '/review', search: { view: list, ...(sample === undefined ? {} : { sample }) } });
  };
  const next = () => go(steps.next());
  useKeys({
    next,
    previous: () => go(steps.previous()),
    back: () => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined),
  });
  return (
    <main className={sampleId ? 'rpanes is-open' : 'rpanes'} id="content" tabIndex={-1}>
      <SamplePane list={list} samples={samples} state={state} current={current} onOpen={go} />
      {current ? (
        <Open
          key={current}
          sampleId={current}
          list={list}
          stepped={stepped}
          onNext={next}
          onBack={() => go(undefined)}
        />
      ) : (
        <section className="case nothing" aria-label={t('case.label')}>
          {samples.isPending ? (
            <Skeleton lines={6} />
          ) : (
            <Empty title={t(`empty.${list}`)}>{list === 'sample' && <p>{t('empty.why')}</p>}</Empty>
          )}
        </section>
      )}
    </main>
  );
}

const none: readonly SampleRow[] = [];

interface OpenProps {
  readonly sampleId: string;
  readonly list: ReviewList;
  readonly stepped: RefObject<boolean>;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

function Open({ sampleId, list, stepped, onNext, onBack }: OpenProps) {
  const { t } = useTranslation('review');
  const found = useQuery(caseQuery(sampleId));
  const shown = found.data !== undefined;
  useEffect(() => {
    // What had the focus went with the thread before: Tab goes on in the scorecard, not at the top of the page.
    if (shown && stepped.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>('.score')?.focus({ preventScroll: true });
  }, [shown, stepped]);
  if (!found.data) {
    return (
      <section className="case nothing" aria-label={t('case.label')}>
        {found.isError ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton lines={6} />}
      </section>
    );
  }
  return (
    <>
      <CasePane shown={found.data} onNext={onNext} onBack={onBack} />
      <ScorePane shown={found.data} deciding={list === 'disputed'} onNext={onNext} />
    </>
  );
}

/** Where the neighbours are. What was just saved has left the list: its place is where it stood. */
function useSteps(rows: readonly SampleRow[], current: string | undefined) {
  const place = useRef(0);
  const here = rows.findIndex((row) => row.id === current);
  if (here >= 0) place.current = here;
  const at = (index: number) => (rows[index] ?? rows.at(-1))?.id;
  return {
    next: () => at(here >= 0 ? here + 1 : place.current),
    previous: () => at(Math.max(0, (here >= 0 ? here : place.current) - 1)),
  };
}
