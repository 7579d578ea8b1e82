import '../../styles/administration.css';
import '../../styles/review.css';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { Page } from '../../components/page.tsx';
import { CalibrationView } from './calibration/calibration-view.tsx';
import { ReviewDesk } from './desk/review-desk.tsx';
import { ExamplesView } from './examples-view.tsx';
import { MineView } from './mine/mine-view.tsx';
import { QualityView } from './quality-view.tsx';
import { type ReviewView, readReviewSearch } from './review-search.ts';
import { SettingsView } from './settings-view.tsx';
import { useViews, ViewTabs } from './view-tabs.tsx';

/** Reviewers find their sample here; everybody what was said about their own answers, and answers to learn from. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  const address = useSearch({ from: '/house/review' });
  const { view: wanted, sample } = useMemo(() => readReviewSearch({ ...address }), [address]);
  const reviews = useMay('review.write');
  const views = useViews();
  const [first = 'mine'] = views;
  const view = wanted && (views.includes(wanted) || isList(wanted)) ? wanted : first;
  if (isList(view) && (reviews || sample)) return <ReviewDesk list={view} sampleId={sample} />;
  const shown = isList(view) ? 'mine' : view;
  return (
    <Page title={t('title')} note={t(`leads.${shown}`)}>
      <ViewTabs view={shown} />
      {parts[shown]}
    </Page>
  );
}

type List = Extract<ReviewView, 'sample' | 'disputed' | 'done'>;
const isList = (view: ReviewView): view is List => view === 'sample' || view === 'disputed' || view === 'done';

const parts = {
  quality: <QualityView />,
  examples: <ExamplesView />,
  calibration: <CalibrationView />,
  mine: <MineView />,
  settings: <SettingsView />,
};
