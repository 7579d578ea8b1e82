import type { Approval, Reply } from '@stammgast/shared/contract/replies';
import type { Thread } from '@stammgast/shared/contract/threads';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { useKeys } from '../../../keys/keys.tsx';
import { serverNow } from '../../../live/server-clock.ts';
import { useReplySteps } from '../thread/use-reply-steps.ts';
import { BeforeText } from './before-text.tsx';
import { ChangeDialog, RejectDialog } from './decide-dialogs.tsx';
import { GuestDialog } from './guest-dialog.tsx';
import { useReasonWords } from './reason-words.ts';
import { spokenSince } from './spoken-since.ts';
import { useDecide } from './use-decide.ts';

interface WaitingPanelProps {
  readonly thread: Thread;
  readonly reply: Reply;
  readonly approval: Approval;
}

/** An answer that waits for a second person: why and since when, and what each can do about it. */
export function WaitingPanel({ thread, reply, approval }: WaitingPanelProps) {
  const { t } = useTranslation('approval');
  const me = useMe();
  const mayApprove = useMay('reply.approve');
  const words = useReasonWords();
  const times = useTimes();
  const own = reply.personId === me.id;
  const since = times.instant(approval.requestedAt, serverNow());
  return (
    <div className="approval">
      <p>{t('waiting', { since, reasons: words(approval.reasons.map((code) => ({ code }))) })}</p>
      {own && mayApprove && reply.guestName === null && <p className="muted">{t('notOwn')}</p>}
      {approval.bodyBefore !== null && <BeforeText text={approval.bodyBefore} />}
      <div className="acts">
        {mayApprove && (!own || reply.guestName !== null) && (
          <Decide thread={thread} reply={reply} requestedAt={approval.requestedAt} />
        )}
        {own && <Withdraw reply={reply} />}
        {mayApprove && <GuestLinks reply={reply} />}
      </div>
    </div>
  );
}

function Decide({ thread, reply, requestedAt }: { thread: Thread; reply: Reply; requestedAt: string }) {
  const { t } = useTranslation('approval');
  const [asking, setAsking] = useState<'change' | 'reject' | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const decide = useDecide(reply.threadId);
  const newer = spokenSince(thread.comments, requestedAt);
  const mark = newer.map(({ id, editedAt, removedAt }) => [id, editedAt, removedAt].join()).join(' ');
  const unread = newer.length > 0 && shown !== mark;
  // What was said since is shown first; the second time it is known.
  const approve = () => {
    if (decide.busy) return;
    if (!unread) return void decide.approve(reply, thread.row.said);
    setShown(mark);
    document.querySelector(`[data-comment="${newer.at(-1)?.id}"]`)?.scrollIntoView({ block: 'center' });
  };
  useKeys({ approve, reject: () => setAsking('reject') });
  return (
    <>
      {newer.length > 0 && (
        <p className="since" role={shown === mark ? 'alert' : undefined}>
          <Icon name="warn" />
          {t('spokenSince', { count: newer.length, name: newer.at(-1)?.author.name })}
        </p>
      )}
      <Button kind="primary" size="sm" icon="stamp" command="approve" busy={decide.busy} onClick={approve}>
        {t(unread || newer.length === 0 ? 'approve' : 'approveAnyway')}
      </Button>
      <Button size="sm" icon="pencil" onClick={() => setAsking('change')}>
        {t('change')}
      </Button>
      <Button size="sm" icon="back" command="reject" onClick={() => setAsking('reject')}>
        {t('reject')}
      </Button>
      {asking === 'change' && (
        <ChangeDialog
          reply={reply}
          max={thread.channel.can.maxReplyLength}
          platform={thread.row.platform}
          busy={decide.busy}
          onClose={() => setAsking(null)}
          onDone={(body) => decide.approve(reply, thread.row.said, body)}
        />
      )}
      {asking === 'reject' && (
        <RejectDialog
          reply={reply}
          busy={decide.busy}
          onClose={() => setAsking(null)}
          onDone={(remark) => decide.reject(reply, remark)}
        />
      )}
    </>
  );
}

function Withdraw({ reply }: { reply: Reply }) {
  const { t } = useTranslation('inbox');
  const steps = useReplySteps(reply.threadId);
  return (
    <Button size="sm" busy={steps.isPending} onClick={() => steps.mutate({ reply, step: 'undo' })}>
      {t('steps.undo')}
    </Button>
  );
}

function GuestLinks({ reply }: { reply: Reply }) {
  const { t } = useTranslation('approval');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="sm" icon="external" onClick={() => setOpen(true)}>
        {t('askGuest')}
      </Button>
      {open && (
        <GuestDialog
          threadId={reply.threadId}
          about={{ purpose: 'approve', replyId: reply.id }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
