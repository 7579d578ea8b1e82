import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { useCounts } from './use-counts.ts';

const numbers = [201, 204, 208, 212, 214];

interface AllDoneProps {
  readonly shown: boolean;
  /** Everything that is open was looked for; else a part, that may well be empty by choice. */
  readonly open: boolean;
  readonly narrowed: boolean;
}

/** The empty pane: all keys hang at the board, when there is really nothing left to do. */
export function AllDone({ shown, open, narrowed }: AllDoneProps) {
  const { t } = useTranslation('inbox');
  const counts = useCounts();
  const mayConnect = useMay('channel.manage');
  const channels = useQuery(channelsQuery).data;
  const nothingConnected = channels?.length === 0;
  const words = narrowed ? 'noMatch' : nothingConnected ? 'noChannel' : open ? 'allDone' : 'emptyView';
  const waiting = Number(counts.show('waiting').replace(/\D/g, ''));
  return (
    <section className="thread all-done" aria-label={shown ? t(`${words}.title`) : t('conversation')}>
      {shown && !narrowed && (
        <div className="empty">
          <svg
            className="art"
            width="280"
            height="112"
            viewBox="0 0 280 112"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.25"
            aria-hidden="true"
          >
            <path d="M4 10h272" strokeWidth="2" />
            {numbers.map((number, index) => (
              <g key={number} transform={`translate(${index * 54} 0)`}>
                <path d="M32 10v7" />
                <circle cx="32" cy="21.5" r="4.5" />
                <path d="M27.5 25h9l9.500 8.500V84a4 4 0 0 1-4 4H22a4 4 0 0 1-4-4V33.500z" />
                <circle cx="32" cy="33" r="2" />
                <text x="32" y="67" textAnchor="middle" className="tag-number">
                  {number}
                </text>
              </g>
            ))}
          </svg>
          <h2 className="title">{t(`${words}.title`)}</h2>
          <p>{t(words === 'noChannel' && !mayConnect ? 'noChannel.member' : `${words}.text`)}</p>
          {words === 'noChannel' && mayConnect && (
            <p className="acts">
              <Link className="btn" to="/channels">
                {t('noChannel.action')}
              </Link>
            </p>
          )}
          {words === 'allDone' && waiting > 0 && (
            <p className="acts">
              <Link className="btn" to="/inbox" search={{ q: defaultViews.waiting }}>
                {t('allDone.waiting', { count: waiting })}
              </Link>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
