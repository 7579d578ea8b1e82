import '../../../styles/joining.css';
import type { Comment, ThreadRow } from '@stammgast/shared/contract/threads';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../../components/ago.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Check } from '../../../components/field.tsx';
import { Failed, Skeleton } from '../../../components/states.tsx';
import { useThread } from '../thread/use-thread.ts';
import { withAnswers } from './use-joining.ts';

interface SplitDialogProps {
  readonly row: ThreadRow;
  readonly onClose: () => void;
  readonly onSplit: (commentIds: readonly string[]) => void;
}

/** Which comments get a thread of their own. What answers them goes along; somebody from outside has to stay. */
export function SplitDialog({ row, onClose, onSplit }: SplitDialogProps) {
  const { t } = useTranslation(['joining', 'common']);
  const { data: thread, error, refetch } = useThread(row.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const moving = thread ? withAnswers(thread, chosen) : chosen;
  const guests = (thread?.comments ?? []).filter((comment) => !comment.author.own);
  const alone = thread !== undefined && guests.length < 2;
  const stay = guests.filter((comment) => !moving.has(comment.id)).length;
  const possible = moving.size > 0 && stay > 0 && stay < guests.length;
  const toggle = (id: string) =>
    setChosen((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const choice = (comment: Comment) => (
    <Check
      key={comment.id}
      checked={moving.has(comment.id)}
      disabled={moving.has(comment.id) && !chosen.has(comment.id)}
      onChange={() => toggle(comment.id)}
      label={
        <>
          <span className="join-head">
            <b>{comment.author.name}</b> <Ago className="meta" at={comment.postedAt} />
            {moving.has(comment.id) && !chosen.has(comment.id) && <span className="meta">{t('goesAlong')}</span>}
          </span>
          <span className="join-text" lang={comment.language ?? undefined}>
            {comment.removedAt === null ? comment.body : t('removed')}
          </span>
        </>
      }
    />
  );
  return (
    <Dialog
      title={t('splitTitle', { number: row.number, name: row.author.name })}
      onClose={onClose}
      onSubmit={() => possible && onSplit([...chosen])}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" kind="primary" type="submit" disabled={!possible}>
            {t('splitOff')}
          </Button>
        </>
      }
    >
      <div className="join-parts">
        <p className="muted">{t(alone ? 'onlyOne' : 'splitText')}</p>
        {thread ? (
          <fieldset className="join-list">
            <legend className="sr">{t('comments')}</legend>
            {!alone && thread.comments.map(choice)}
          </fieldset>
        ) : error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton />
        )}
        <p className="hint" aria-live="polite">
          {moving.size > 0 && stay === 0 ? t('somebodyStays') : ''}
        </p>
      </div>
    </Dialog>
  );
}
