import type { Reply } from '@stammgast/shared/contract/replies';
import type { Thread } from '@stammgast/shared/contract/threads';
import type { ReplyState } from '@stammgast/shared/domain/reply-status';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../../components/ago.tsx';
import { Avatar } from '../../../components/avatar.tsx';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useToast } from '../../../components/toast.tsx';
import type { IconName } from '../../../icons/tabler.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { onTick } from '../../../live/ticker.ts';
import { ApprovalPanel } from '../approval/parts.ts';
import { useReplySteps } from './use-reply-steps.ts';

const icons: Record<ReplyState, IconName> = {
  draft: 'pencil',
  'awaiting-approval': 'stamp',
  queued: 'clock',
  publishing: 'send',
  published: 'check',
  accepted: 'stamp',
  failed: 'alert',
  unconfirmed: 'refresh',
  'by-hand': 'file',
};

interface ReplyCardProps {
  readonly thread: Thread;
  readonly reply: Reply;
  readonly mayReply: boolean;
}

/** Our own answer with its state in plain words, and what one can do about it. */
export function ReplyCard({ thread, reply, mayReply }: ReplyCardProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const name = reply.guestName
    ? t('guestLink', { name: reply.guestName })
    : (reply.personName ?? t('common:unknownPerson'));
  const at = reply.publishedAt ?? reply.createdAt;
  return (
    <article className={`msg ours ${reply.state}`} aria-label={t('replyBy', { name })}>
      <header>
        <Avatar name={name} size="m" />
        <b>{name}</b>
        <span className="badge">
          <Icon name={icons[reply.state]} />
          {t(`replyStates.${stateOf(reply)}`)}
        </span>
        <Ago className="meta" at={at} />
        {reply.url && (
          <span className="end meta">
            <a
              className="btn quiet sm icon"
              href={reply.url}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('openReply')}
              title={t('openReply')}
            >
              <Icon name="external" />
            </a>
          </span>
        )}
      </header>
      <p className="house-voice">{reply.body}</p>
      <ReplyHelp reply={reply} mayReply={mayReply} />
      {reply.approval && (
        <Suspense>
          <ApprovalPanel thread={thread} reply={reply} approval={reply.approval} />
        </Suspense>
      )}
    </article>
  );
}

/** A draft that is shown was given back, or another answer has taken its place. */
const stateOf = ({ state, approval }: Reply) =>
  state !== 'draft' ? state : approval?.decision === 'superseded' ? 'superseded' : 'returned';

type Step = NonNullable<ReturnType<typeof useReplySteps>['variables']>['step'];

function ReplyHelp({ reply, mayReply }: { reply: Reply; mayReply: boolean }) {
  const { t } = useTranslation('inbox');
  const steps = useReplySteps(reply.threadId);
  const words: Record<Step, string> = {
    undo: t(reply.state === 'by-hand' ? 'steps.discard' : 'steps.undo'),
    retry: t('steps.retry'),
    answered: t('steps.answered'),
    discard: t('steps.discard'),
    check: t('steps.check'),
  };
  const offered = offers[reply.state];
  if (!offered) return null;
  return (
    <div className={reply.state === 'failed' ? 'state-line bad' : 'state-line'}>
      <ReplyWords reply={reply} />
      {mayReply &&
        offered.map((step, index) => (
          <Button
            key={step}
            size="sm"
            kind={index === 0 ? 'plain' : 'quiet'}
            busy={steps.isPending && steps.variables.step === step}
            onClick={() => steps.mutate({ reply, step })}
          >
            {words[step]}
          </Button>
        ))}
    </div>
  );
}

/** What a person can do in which state, the likeliest first. */
const offers: Partial<Record<ReplyState, readonly Step[]>> = {
  queued: ['undo'],
  accepted: [],
  unconfirmed: ['check'],
  failed: ['retry', 'answered', 'discard'],
  'by-hand': ['answered', 'undo'],
};

function ReplyWords({ reply }: { reply: Reply }) {
  const { t } = useTranslation('inbox');
  if (reply.state === 'queued') return <Countdown until={reply.holdUntil} />;
  if (reply.state === 'accepted') return <span>{t('acceptedHelp')}</span>;
  if (reply.state === 'unconfirmed') return <span>{t('unconfirmedHelp', { count: reply.attempts })}</span>;
  if (reply.state === 'failed')
    return (
      <>
        <span>{t(`failures.${reply.failure?.kind ?? 'rejected'}`)}</span>
        {reply.failure?.detail && <span className="meta">{reply.failure.detail}</span>}
      </>
    );
  return (
    <>
      <span>{t('byHandHelp')}</span>
      <CopyButton text={reply.body} />
      {reply.openUrl && (
        <a className="btn sm" href={reply.openUrl} target="_blank" rel="noopener noreferrer">
          <Icon name="external" />
          {t('steps.open')}
        </a>
      )}
    </>
  );
}

function Countdown({ until }: { until: string | null }) {
  const { t } = useTranslation('inbox');
  const left = () => (until ? Math.max(0, Math.ceil((Date.parse(until) - serverNow()) / 1000)) : 0);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => onTick(() => setSeconds(left())));
  return <span>{seconds > 0 ? t('willPublish', { seconds }) : t('replyStates.publishing')}</span>;
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const toasts = useToast();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toasts.show({ title: t('copied'), seconds: 3 }),
      () => undefined,
    );
  return (
    <Button size="sm" icon="file" onClick={() => void copy()}>
      {t('copy')}
    </Button>
  );
}
