import '../../../styles/approval.css';
import type { Approval, Reply } from '@stammgast/shared/contract/replies';
import type { Thread } from '@stammgast/shared/contract/threads';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { useDrafts } from '../composer/use-draft.ts';
import { BeforeText } from './before-text.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

interface ApprovalPanelProps {
  readonly thread: Thread;
  readonly reply: Reply;
  readonly approval: Approval;
}

/** Beneath an answer: that it waits for a second person and what that person can do, or what they said. */
export function ApprovalPanel({ thread, reply, approval }: ApprovalPanelProps) {
  const end = useRef<HTMLSpanElement>(null);
  const needsSomebody = reply.state === 'awaiting-approval' || reply.state === 'draft';
  useEffect(() => {
    // It comes a moment after the answer that it belongs to, and must not be left below the edge.
    if (needsSomebody) end.current?.scrollIntoView({ block: 'nearest' });
  }, [needsSomebody]);
  return (
    <>
      <Said thread={thread} reply={reply} approval={approval} />
      <span ref={end} />
    </>
  );
}

function Said({ thread, reply, approval }: ApprovalPanelProps) {
  if (reply.state === 'awaiting-approval') return <WaitingPanel thread={thread} reply={reply} approval={approval} />;
  if (approval.decision === null) return null;
  return (
    <>
      <DecisionLine approval={approval} />
      {approval.remark && <blockquote className="approval-remark">{approval.remark}</blockquote>}
      {approval.bodyBefore !== null && <BeforeText text={approval.bodyBefore} />}
      {reply.state === 'draft' && <TakeAgain reply={reply} />}
    </>
  );
}

function DecisionLine({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approval');
  const times = useTimes();
  if (!approval.decision || !approval.decidedAt) return null;
  const who = approval.decidedBy ?? t('somebody');
  return (
    <div className="state-line">
      <span>
        {t(`decisions.${approval.decision}`, {
          who: approval.byGuest ? t('guest', { name: who }) : who,
          time: times.instant(approval.decidedAt, serverNow()),
        })}
      </span>
    </div>
  );
}

function TakeAgain({ reply }: { reply: Reply }) {
  const { t } = useTranslation('approval');
  const mayReply = useMay('reply.write');
  const drafts = useDrafts();
  if (!mayReply) return null;
  const take = () => {
    drafts.takeOn(reply.threadId, { text: reply.body, commentId: reply.commentId });
    document.getElementById('composer-paper')?.focus();
  };
  return (
    <div className="state-line">
      <Button size="sm" icon="pencil" onClick={take}>
        {t('takeAgain')}
      </Button>
    </div>
  );
}
