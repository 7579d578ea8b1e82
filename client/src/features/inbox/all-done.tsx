import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { queueQuery } from './queue/queue-query.ts';
import { useCounts } from './use-counts.ts';

const numbers = [201, 204, 208, 212, 214];

interface AllDoneProps {
  readonly shown: boolean;
  /** Everything that is open was looked for; else a part, that may well be empty by choice. */
  readonly open: boolean;
  readonly narrowed: boolean;
}

/** Why the pane is empty; null until that is known. */
function useWhy({ shown, open, narrowed }: AllDoneProps) {
  const nothingConnected = useQuery(channelsQuery).data?.length === 0;
  // Whether there was ever anything to answer: of everything, not only of what is open.
  const ever = useInfiniteQuery({ ...queueQuery(defaultViews.all), enabled: shown && open && !narrowed });
  if (narrowed) return 'noMatch';
  if (nothingConnected) return 'noChannel';
  if (!open) return 'emptyView';
  if (ever.isError) return 'allDone';
  if (!ever.data) return ever.isFetching ? null : 'emptyView';
  return ever.data.pages[0]?.threads.length === 0 ? 'nothingYet' : 'allDone';
}
type Why = Exclude<ReturnType<typeof useWhy>, 'noMatch' | null>;

/** The empty pane: all keys hang at the board, when there is really nothing left to do. */
export function AllDone(props: AllDoneProps) {
  const { t } = useTranslation('inbox');
  const why = useWhy(props);
  const said = props.shown ? why : null;
  return (
    <section className="thread all-done" aria-label={t(said ? `${said}.title` : 'conversation')}>
      {said && said !== 'noMatch' && <Told why={said} />}
    </section>
  );
}

function Told({ why }: { why: Why }) {
  const { t } = useTranslation('inbox');
  const counts = useCounts();
  const mayConnect = useMay('channel.manage');
  const waiting = Number(counts.show('waiting').replace(/\D/g, ''));
  return (
    <div className="empty">
      <Board />
      <h2 className="title">{t(`${why}.title`)}</h2>
      <p>{t(why === 'noChannel' && !mayConnect ? 'noChannel.member' : `${why}.text`)}</p>
      {(why === 'noChannel' || why === 'nothingYet') && mayConnect && (
        <p className="acts">
          <Link className="btn" to="/channels">
            {t(`${why}.action`)}
          </Link>
        </p>
      )}
      {why === 'allDone' && waiting > 0 && (
        <p className="acts">
          <Link className="btn" to="/inbox" search={{ q: defaultViews.waiting }}>
            {t('allDone.waiting', { count: waiting })}
          </Link>
        </p>
      )}
    </div>
  );
}

function Board() {
  return (
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
  );
}
