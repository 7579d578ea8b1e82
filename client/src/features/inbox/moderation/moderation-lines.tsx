import type { Moderation } from '@stammgast/shared/contract/moderation';
import type { Comment } from '@stammgast/shared/contract/threads';
import '../../../styles/moderation.css';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { useActs } from './use-acts.ts';

interface ModerationLinesProps {
  readonly threadId: string;
  readonly comment: Comment;
  readonly moderations: readonly Moderation[];
}

/** Who asked to take the comment from the public, why, and what a second person said. */
export function ModerationLines({ threadId, comment, moderations }: ModerationLinesProps) {
  return moderations
    .filter((one) => one.decision !== 'withdrawn')
    .map((one) =>
      one.decision === null ? (
        <Request key={one.id} threadId={threadId} comment={comment} moderation={one} />
      ) : (
        <Decided key={one.id} moderation={one} />
      ),
    );
}

function useWhy() {
  const { t } = useTranslation('moderation');
  return ({ reason, remark }: Moderation) =>
    remark ? t('why', { reason: t(`reasons.${reason}`), remark }) : t(`reasons.${reason}`);
}

function Decided({ moderation }: { moderation: Moderation }) {
  const { t } = useTranslation('moderation');
  const times = useTimes();
  const why = useWhy();
  const alone = moderation.decidedBy === moderation.requestedBy;
  const words = {
    time: times.instant(moderation.decidedAt ?? moderation.requestedAt, serverNow()),
    who: moderation.requestedByName,
    second: moderation.decidedByName,
    why: why(moderation),
  };
  return (
    <p className="state-line">
      <Icon name={moderation.decision === 'approved' ? 'hide' : 'eye'} />
      <span>
        {t(alone ? `alone.${moderation.verdict}` : `decided.${moderation.decision ?? 'approved'}`, words)}
        {moderation.decisionRemark && ` ${t('quoted', { text: moderation.decisionRemark })}`}
      </span>
    </p>
  );
}

function Request({ threadId, comment, moderation }: { threadId: string; comment: Comment; moderation: Moderation }) {
  const { t } = useTranslation('moderation');
  const me = useMe();
  const mayDecide = useMay('moderation.decide');
  const acts = useActs(threadId);
  const why = useWhy();
  const titleId = useId();
  const [remark, setRemark] = useState('');
  const [missing, setMissing] = useState(false);
  const own = moderation.requestedBy === me.id;
  const name = comment.author.name;
  const end = useMutation({
    mutationFn: (how: 'approved' | 'rejected' | 'withdrawn') =>
      how === 'withdrawn' ? acts.withdraw(name, moderation.id) : acts.decide(name, moderation.id, how, remark),
  });
  /** Until its end is shown the request cannot be ended otherwise. */
  const ends = (how: NonNullable<typeof end.variables>) => ({
    busy: end.isPending && end.variables === how,
    disabled: end.isPending,
    onClick: () => (how === 'rejected' && remark.trim() === '' ? setMissing(true) : end.mutate(how)),
  });
  return (
    <section className="ask-second" aria-labelledby={titleId}>
      <p id={titleId}>
        <Icon name="lock" />
        <span>{t(own ? 'asked.own' : 'asked.other', { who: moderation.requestedByName, why: why(moderation) })}</span>
      </p>
      {mayDecide && !own && (
        <>
          <Field
            label={t('decisionRemark')}
            value={remark}
            maxLength={1000}
            error={missing && remark.trim() === '' ? t('rejectWhy') : undefined}
            onChange={(event) => setRemark(event.target.value)}
          />
          <div className="acts">
            <Button {...ends('rejected')}>{t('reject')}</Button>
            <Button kind="danger" {...ends('approved')}>
              {t('approve')}
            </Button>
          </div>
        </>
      )}
      {own && (
        <div className="acts">
          <Button size="sm" {...ends('withdrawn')}>
            {t('withdraw')}
          </Button>
        </div>
      )}
    </section>
  );
}
