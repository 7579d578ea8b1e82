import type { SampleRow } from '@stammgast/shared/contract/review';
import type { ReviewState } from '@stammgast/shared/contract/reviewers';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { MoodShape } from '../../../components/mood.tsx';
import { PlatformIcon } from '../../../components/platform-icon.tsx';
import { Failed } from '../../../components/states.tsx';
import type { ReviewList } from '../queries.ts';
import { ViewMenu } from '../view-tabs.tsx';
import { DrawDialog } from './draw-dialog.tsx';

interface SamplePaneProps {
  readonly list: ReviewList;
  readonly samples: UseInfiniteQueryResult<SampleRow[]>;
  readonly state: ReviewState | undefined;
  readonly current: string | undefined;
  readonly onOpen: (sampleId: string) => void;
}

const lists = ['sample', 'disputed', 'done'] as const;

/** What is to be looked at, and how far the week’s goal is. */
export function SamplePane({ list, samples, state, current, onOpen }: SamplePaneProps) {
  const { t } = useTranslation('review');
  const [drawing, setDrawing] = useState(false);
  const counts = { sample: state?.waiting, disputed: state?.disputed, done: undefined };
  return (
    <section className="sample" aria-label={t(`lists.${list}`)}>
      <header className="rhead">
        <div className="line">
          <h1 className="title">{t('title')}</h1>
          <ViewMenu />
        </div>
        {state && <Goal state={state} />}
      </header>
      <nav className="tabs rtabs" aria-label={t('lists.label')}>
        {lists.map((one) => (
          <Link key={one} to="/review" search={{ view: one }} aria-current={one === list ? 'page' : undefined}>
            {t(`lists.${one}`)}
            {counts[one] !== undefined && <span className="count">{counts[one]}</span>}
          </Link>
        ))}
      </nav>
      <div className="list">
        {samples.isError && <Failed error={samples.error} onRetry={() => void samples.refetch()} />}
        <ul aria-label={t(`lists.${list}`)}>
          {samples.data?.map((row) => (
            <li key={row.id}>
              <SampleButton row={row} current={row.id === current} onOpen={() => onOpen(row.id)} />
            </li>
          ))}
        </ul>
        {samples.hasNextPage && (
          <Button kind="quiet" busy={samples.isFetchingNextPage} onClick={() => void samples.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      {state?.seed && (
        <footer className="rfoot meta">
          <span>{t('draw.line', { percent: state.settings.percent })}</span>
          <button type="button" className="link" onClick={() => setDrawing(true)}>
            {t('draw.again')}
          </button>
        </footer>
      )}
      {drawing && state?.seed && (
        <DrawDialog seed={state.seed} state={state} sampleId={current} onClose={() => setDrawing(false)} />
      )}
    </section>
  );
}

function Goal({ state }: { state: ReviewState }) {
  const { t } = useTranslation('review');
  const goal = state.settings.goal * state.channels.length;
  const done = state.channels.reduce((sum, channel) => sum + channel.done, 0);
  const week = Number(state.cycle.slice(-2));
  if (goal === 0) return <p className="meta">{t('goal.week', { week })}</p>;
  return (
    <>
      <p className="meta">{t('goal.line', { week, done, goal })}</p>
      <svg
        className="goal"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('goal.label', { done, goal })}
      >
        <rect width={Math.min(100, (100 * done) / goal)} height="4" />
      </svg>
    </>
  );
}

function SampleButton({ row, current, onOpen }: { row: SampleRow; current: boolean; onOpen: () => void }) {
  const { t } = useTranslation('review');
  const reasons = [...row.reasons.map((reason) => t(`reasons.${reason}`)), ...(row.twice ? [t('reasons.twice')] : [])];
  return (
    <button type="button" className="row" aria-current={current ? 'true' : undefined} onClick={onOpen}>
      <span className="pick">
        <MoodShape sentiment={row.sentiment} />
      </span>
      <span className="l">
        <span className="who">
          <span className="name">{row.guestName}</span>
          <PlatformIcon platform={row.platform} />
        </span>
        <span className={row.reasons.includes('warning') ? 'meta warn-word' : 'meta'}>{reasons.join(' · ')}</span>
      </span>
      <span className="l">
        <span className="snip">{row.excerpt}</span>
      </span>
    </button>
  );
}
