import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { ReplyState } from '@stammgast/shared/domain/reply-status';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar.tsx';
import { Icon } from '../../../components/icon.tsx';
import { MoodShape } from '../../../components/mood.tsx';
import { PlatformIcon } from '../../../components/platform-icon.tsx';
import { SlaChip } from '../../../components/sla-chip.tsx';
import { useTimes } from '../../../components/use-times.ts';
import type { IconName } from '../../../icons/tabler.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { Colleagues } from '../thread/colleagues.tsx';

interface QueueRowProps {
  readonly row: ThreadRow;
  readonly href: string;
  readonly index: number;
  readonly selected: boolean;
  readonly tabbable: boolean;
  readonly assignee: string | null;
  /** Something was said that this person has not read. */
  readonly unread: boolean;
  readonly picked: boolean;
  readonly onOpen: (id: string) => void;
  /** `to`: all from the last one that was picked. */
  readonly onPick: (id: string, to: boolean) => void;
}

const replyIcons: Partial<Record<ReplyState, IconName>> = {
  queued: 'clock',
  publishing: 'send',
  accepted: 'stamp',
  failed: 'alert',
  unconfirmed: 'refresh',
  'by-hand': 'file',
};

/** One thread of the queue: mood left, promise right; what has to be cut is cut in this order: text, topic, name. */
export const QueueRow = memo(function QueueRow({
  row,
  href,
  index,
  selected,
  tabbable,
  assignee,
  unread,
  picked,
  onOpen,
  onPick,
}: QueueRowProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey) onPick(row.id, true);
    else onOpen(row.id);
  };
  return (
    <div
      role="row"
      className={['row', unread ? 'unread' : '', picked ? 'picked' : ''].filter(Boolean).join(' ')}
      aria-rowindex={index + 1}
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-row={row.id}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === ' ') {
          event.preventDefault();
          onOpen(row.id);
        }
      }}
    >
      <div role="gridcell">
        <span className="pick">
          <MoodShape sentiment={row.sentiment} />
          <input
            className="box"
            type="checkbox"
            tabIndex={-1}
            checked={picked}
            aria-label={t('pick', { name: row.author.name })}
            onClick={(event) => {
              event.stopPropagation();
              onPick(row.id, event.shiftKey);
            }}
            onChange={() => undefined}
          />
        </span>
      </div>
      <div className="l">
        <div role="gridcell">
          <a className="who" href={href} tabIndex={-1}>
            {unread && <span className="sr">{t('unread')}</span>}
            <span className="name">{row.author.name}</span>
            <PlatformIcon platform={row.platform} />
            <span className="sr">{t(`common:platforms.${row.platform}`)}</span>
            <RowTopic row={row} />
          </a>
        </div>
        <div role="gridcell">
          <SlaChip subject={row} />
        </div>
      </div>
      <div className="l">
        <div role="gridcell" className="snip" lang={row.language ?? undefined}>
          {row.excerpt}
        </div>
        <div role="gridcell" className="hands">
          <RowHands row={row} assignee={assignee} />
        </div>
      </div>
    </div>
  );
});

function RowTopic({ row }: { row: ThreadRow }) {
  const { t } = useTranslation();
  const words = [...row.tags.slice(0, 2), ...row.topics.slice(0, 2).map((topic) => t(`topics.${topic}`))];
  if (row.urgency > 0) words.push(t(`urgency.${row.urgency}`));
  return <span className="what">{words.join(' · ')}</span>;
}

function RowHands({ row, assignee }: { row: ThreadRow; assignee: string | null }) {
  const { t } = useTranslation(['inbox', 'common']);
  const times = useTimes();
  const icon = row.replyState && replyIcons[row.replyState];
  return (
    <>
      {row.snoozedUntil && (
        <span className="badge" title={t('snoozedUntil', { time: times.exact(row.snoozedUntil) })}>
          <Icon name="snooze" />
          {times.day(row.snoozedUntil, serverNow())}
        </span>
      )}
      {icon && (
        <span className={row.replyState === 'failed' ? 'badge bad' : 'badge'}>
          <Icon name={icon} />
          {t(`rowReply.${row.replyState}`)}
        </span>
      )}
      <Colleagues threadId={row.id} />
      {assignee ? <Avatar name={assignee} titled /> : <span className="sr">{t('common:nobody')}</span>}
    </>
  );
}
