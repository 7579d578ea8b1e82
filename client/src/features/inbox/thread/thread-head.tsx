import type { Comment, Thread, ThreadRow } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { KeyTag } from '../../../components/key-tag.tsx';
import { Mood } from '../../../components/mood.tsx';
import { SlaChip } from '../../../components/sla-chip.tsx';
import { Tag } from '../../../components/tag.tsx';
import { useTimes } from '../../../components/use-times.ts';
import type { IconName } from '../../../icons/tabler.ts';
import { useKeyHint } from '../../../keys/key-words.ts';
import { shownNow } from '../../../live/hold.ts';
import { serverNow } from '../../../live/server-clock.ts';
import { slaLevel } from '../../../live/sla-state.ts';
import type { Question } from '../work/use-asking.ts';
import { MoodMenu, TopicMenu } from './assessment-menus.tsx';
import { AssignMenu } from './assign-menu.tsx';
import { Colleagues } from './colleagues.tsx';
import { assessedComment } from './lead-comment.ts';
import { MoreMenu } from './more-menu.tsx';
import { useComments } from './use-comments.ts';
import type { useWork } from './use-work.ts';

interface ThreadHeadProps {
  readonly row: ThreadRow;
  readonly thread: Thread | undefined;
  readonly work: ReturnType<typeof useWork>;
  readonly assignee: string | null;
  readonly target: Comment | undefined;
  /** Alone on the page the name is its first heading. */
  readonly alone: boolean;
  readonly onBack: () => void;
  readonly onResolve: () => void;
  readonly onContext: () => void;
  readonly onAsk: (question: Question) => void;
}

export function ThreadHead({
  row,
  thread,
  work,
  assignee,
  target,
  alone,
  onBack,
  onResolve,
  onContext,
  onAsk,
}: ThreadHeadProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const mayWork = useMay('thread.work');
  const comments = useComments(row.id);
  const Name = alone ? 'h1' : 'h2';
  const assessed = thread && assessedComment(thread);
  return (
    <header className="pane-head">
      <div className="line">
        <IconButton icon="back" label={t('backToList')} className="back" onClick={onBack} />
        <Name className="title ellip">{row.author.name}</Name>
        <KeyTag title={t('number')}>{row.number}</KeyTag>
        <span className="end">
          {mayWork && <AssignMenu row={row} work={work} />}
          {mayWork && (
            <span className="roomy">
              <CommandButton icon="tag" command="tag" label={t('tags')} onClick={() => onAsk('tags')} />
              {row.status !== 'resolved' && (
                <CommandButton icon="snooze" command="snooze" label={t('snooze')} onClick={() => onAsk('snooze')} />
              )}
              {assessed && <TopicMenu comment={assessed} work={comments} />}
            </span>
          )}
          <IconButton icon="panel" label={t('showContext')} className="ctx-toggle" onClick={onContext} />
          {thread && (
            <MoreMenu
              thread={thread}
              comment={target ?? assessed}
              mayWork={mayWork}
              onReopen={() => void work.reopen(row)}
              onWake={() => work.wake(row)}
              onAsk={onAsk}
            />
          )}
          {mayWork && row.status !== 'resolved' && (
            <Button icon="check" command="resolve" onClick={onResolve}>
              {t('resolve')}
            </Button>
          )}
        </span>
      </div>
      <div className="line facts">
        <SlaChip subject={row} spoken />
        <DueTime row={row} />
        {assessed ? (
          <MoodMenu comment={assessed} work={comments} mayWork={mayWork} />
        ) : (
          <Mood sentiment={row.sentiment} />
        )}
        <Labels row={row} />
        <span className="end">
          <Colleagues threadId={row.id} />
        </span>
        {assignee && (
          <span className="presence" title={t('assignedTo', { who: assignee })}>
            <Avatar name={assignee} />
            <span className="sr">{t('assignedTo', { who: '' })}</span>
            <span className="wide">{assignee}</span>
          </span>
        )}
      </div>
    </header>
  );
}

/** How the thread is sorted: put off, by the team's tags, by what it is about. */
function Labels({ row }: { row: ThreadRow }) {
  const { t } = useTranslation(['inbox', 'common']);
  const times = useTimes();
  return (
    <span className="labels">
      {row.snoozedUntil && <Tag line>{t('snoozedUntil', { time: times.instant(row.snoozedUntil, serverNow()) })}</Tag>}
      {row.tags.map((tag) => (
        <Tag key={tag} line>
          {tag}
        </Tag>
      ))}
      {row.urgency > 0 && <Tag line>{t(`common:urgency.${row.urgency}`)}</Tag>}
      {row.topics.map((topic) => (
        <span className="wide" key={topic}>
          <Tag>{t(`common:topics.${topic}`)}</Tag>
        </span>
      ))}
    </span>
  );
}

function CommandButton({
  command,
  label,
  ...button
}: {
  icon: IconName;
  command: 'tag' | 'snooze';
  label: string;
  onClick: () => void;
}) {
  const hint = useKeyHint(command);
  return <IconButton {...button} label={hint ? `${label} (${hint})` : label} />;
}

function DueTime({ row }: { row: ThreadRow }) {
  const { t } = useTranslation();
  const times = useTimes();
  if (!row.due || row.status === 'resolved') return null;
  const now = shownNow();
  const time = times.instant(row.due.dueAt, now);
  return (
    <span className="meta" title={times.exact(row.due.dueAt)}>
      {t(slaLevel(row, now) === 'over' ? 'sla.wasDue' : 'sla.until', { time })}
    </span>
  );
}
