import { openCalibration } from '@stammgast/shared/contract/reviewers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';
import { SelectField } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';
import { Empty, Failed, Skeleton } from '../../../components/states.tsx';
import { AgreementLine } from '../desk/agreement-line.tsx';
import { calibrationsQuery, reviewStateQuery } from '../queries.ts';
import { CalibrationCard } from './calibration-card.tsx';

/** Reviewers who do not agree score three threads each for themselves, and then look at all scores together. */
export function CalibrationView() {
  const { t } = useTranslation(['review', 'common']);
  const client = useQueryClient();
  const problem = useProblemText('review');
  const found = useQuery(calibrationsQuery);
  const state = useQuery(reviewStateQuery).data;
  const [chosen, setChosen] = useState('');
  const channelId = chosen || (state?.channels[0]?.id ?? '');
  const opening = useMutation({
    mutationFn: () => call(openCalibration, { body: { channelId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', 'calibrations'] }),
  });
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data || !state) return <Skeleton lines={6} />;
  return (
    <div className="calibrations">
      <AgreementLine agreement={state.agreement} />
      {state.channels.length > 0 && (
        <form
          className="begin"
          onSubmit={(event) => {
            event.preventDefault();
            opening.mutate();
          }}
        >
          <SelectField
            label={t('calibration.channel')}
            value={channelId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {state.channels.map((channel) => (
              <option key={channel.id} value={channel.id}>
                {t(`common:platforms.${channel.platform}`)} · {channel.name}
              </option>
            ))}
          </SelectField>
          <Button type="submit" kind="primary" size="lg" busy={opening.isPending}>
            {t('calibration.begin')}
          </Button>
        </form>
      )}
      {opening.isError && <Notice kind="error">{problem(opening.error)}</Notice>}
      {found.data.length === 0 && <Empty title={t('calibration.none')} />}
      {found.data.map((calibration) => (
        <CalibrationCard key={calibration.id} calibration={calibration} />
      ))}
    </div>
  );
}
