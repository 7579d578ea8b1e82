import type { Notification } from '@stammgast/shared/contract/notifications';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { listOfEvent, type NotifyEvent } from '@stammgast/shared/domain/notify/events';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../components/ago.tsx';
import { Icon } from '../../components/icon.tsx';
import { MoodShape } from '../../components/mood.tsx';
import { PlatformIcon } from '../../components/platform-icon.tsx';
import { SlaChip } from '../../components/sla-chip.tsx';
import type { IconName } from '../../icons/tabler.ts';

const icons: Record<NotifyEvent, IconName> = {
  assigned: 'assign',
  mentioned: 'pencil',
  soon: 'clock',
  breached: 'alert',
  approval: 'stamp',
  returned: 'back',
  publishing: 'warn',
  promise: 'snooze',
  radar: 'wind',
  review: 'review',
  disputed: 'review',
  settled: 'review',
  house: 'warn',
};

/** Where in the reviews it is found. */
const reviewViews = { review: 'mine', disputed: 'disputed', settled: 'mine' } as const;
const isReview = (event: NotifyEvent): event is keyof typeof reviewViews => event in reviewViews;

interface BellItemProps {
  readonly told: Notification;
  readonly onOpen: () => void;
}

/** One notification: what happened, and the threads it is about in the look of the queue. */
export function BellItem({ told, onOpen }: BellItemProps) {
  const { t } = useTranslation(['bell', 'common']);
  const topics = told.topics.map((topic) => t(`common:topics.${topic}`)).join(' · ');
  const list = listOfEvent[told.event];
  // A storm names no single thread.
  const more = told.event === 'radar' ? 0 : told.count - told.threads.length;
  return (
    <li className={told.unread ? 'bell-item unread' : 'bell-item'}>
      <div className="bell-line">
        <Icon name={icons[told.event]} />
        <b>
          {told.unread && <span className="sr">{t('isUnread')} </span>}
          {topics === '' ? t(`told.${told.event}`, { count: told.count }) : t('risingTopics', { topics })}
        </b>
        {told.by && <span className="meta">{t('by', { name: told.by })}</span>}
        <Ago className="meta" at={told.at} />
      </div>
      {told.reason && <q className="bell-reason">{told.reason}</q>}
      {told.threads.length > 0 && (
        <ul>
          {told.threads.map((row) => (
            <li key={row.id}>
              <BellRow row={row} unread={told.unread} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {told.incident !== null && (
        <Link className="bell-more" to="/inbox" search={{ q: `incident:${told.incident}` }} onClick={onOpen}>
          {t('incident')}
        </Link>
      )}
      {isReview(told.event) && (
        <Link className="bell-more" to="/review" search={{ view: reviewViews[told.event] }} onClick={onOpen}>
          {t(told.event === 'disputed' ? 'disputes' : 'reviews')}
        </Link>
      )}
      {told.event === 'house' && (
        <Link className="bell-more" to="/audit" search={{ kind: 'house.alarmed' }} onClick={onOpen}>
          {t('faults')}
        </Link>
      )}
      {more > 0 && list && (
        <Link className="bell-more" to="/inbox" search={{ q: list }} onClick={onOpen}>
          {t('list', { count: more })}
        </Link>
      )}
    </li>
  );
}

function BellRow({ row, unread, onOpen }: { row: ThreadRow; unread: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <Link
      className={unread ? 'row unread' : 'row'}
      to="/inbox/$threadId"
      params={{ threadId: row.id }}
      search={{}}
      onClick={onOpen}
    >
      <span className="pick">
        <MoodShape sentiment={row.sentiment} />
      </span>
      <span className="l">
        <span className="who">
          <span className="name">{row.author.name}</span>
          <PlatformIcon platform={row.platform} />
          <span className="sr">{t(`platforms.${row.platform}`)}</span>
          <span className="what">{row.topics.map((topic) => t(`topics.${topic}`)).join(' · ')}</span>
        </span>
        <SlaChip subject={row} />
      </span>
      <span className="l">
        <span className="snip" lang={row.language ?? undefined}>
          {row.excerpt}
        </span>
      </span>
    </Link>
  );
}
