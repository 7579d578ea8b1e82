import { type Calibration, closeCalibration } from '@stammgast/shared/contract/reviewers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Ago } from '../../../components/ago.tsx';
import { Button } from '../../../components/button.tsx';
import { ChannelName } from '../../../components/channel-name.tsx';
import { Tag } from '../../../components/tag.tsx';
import { ScoresSideBySide } from './scores-side-by-side.tsx';

/** One session: open, three threads to score; closed, all scores beside each other. */
export function CalibrationCard({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const closing = useMutation({
    mutationFn: () => call(closeCalibration, { params: { calibrationId: calibration.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['review'] }),
  });
  const { samples, reviews, closedAt, finished } = calibration;
  return (
    <section className="calibration">
      <header className="block-head">
        <h2>
          <ChannelName platform={calibration.platform} name={calibration.channelName} />
        </h2>
        <span className="meta">
          {t('calibration.by', { name: calibration.openedByName })} <Ago at={calibration.openedAt} />
        </span>
        <Tag line>{t(closedAt ? 'calibration.closed' : 'calibration.finished', { count: finished })}</Tag>
      </header>
      <ol className="three">
        {samples.map((sample) => (
          <li key={sample.id}>
            <Link className="link" to="/review" search={{ sample: sample.id }}>
              {sample.guestName}
            </Link>{' '}
            <span className="muted">{sample.excerpt}</span> {sample.mine && <Tag>{t('calibration.scored')}</Tag>}
            {reviews && <ScoresSideBySide reviews={reviews[sample.id] ?? []} of={sample.guestName} />}
          </li>
        ))}
      </ol>
      {!closedAt && (
        <Button busy={closing.isPending} onClick={() => closing.mutate()}>
          {t('calibration.close')}
        </Button>
      )}
    </section>
  );
}
