import '../../styles/inbox.css';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { usePageTitle } from '../../components/page.tsx';
import { lazyWithWords } from '../../i18n/lazy-with-words.ts';
import { TypedAhead } from '../../keys/typed-ahead.tsx';
import { rowKey } from '../../live/patch-cache.ts';
import { AllDone } from './all-done.tsx';
import type { ComposerHandle } from './composer/composer.tsx';
import { ContextPane } from './context/context-pane.tsx';
import type { QueueListHandle } from './queue/queue-list.tsx';
import { QueuePane } from './queue/queue-pane.tsx';
import { useQueue } from './queue/use-queue.ts';
import { readQueueSearch, textOf } from './queue-search.ts';
import { ThreadPane } from './thread/thread-pane.tsx';
import { useWork } from './thread/use-work.ts';
import { useCounts } from './use-counts.ts';
import { useFocusView } from './use-focus-view.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useIsWide } from './use-is-wide.ts';
import { useResolve } from './use-resolve.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { isNarrowed, viewOf } from './views.ts';
import { useAsking } from './work/use-asking.ts';
import { useBulk } from './work/use-bulk.ts';
import { useSelection } from './work/use-selection.ts';

const WorkDialogs = lazyWithWords(() => import('./work/work-dialogs.tsx').then((part) => part.WorkDialogs));

/** The main work: what is next, what was said, who said it. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  // The router leaves in the address what its check has dropped.
  const address = useSearch({ from: '/house/inbox' });
  const search = useMemo(() => readQueueSearch({ ...address }), [address]);
  const { threadId } = useParams({ strict: false });
  const navigate = useNavigate();
  const wide = useIsWide();
  const view = viewOf(search);
  const q = textOf(search);
  const queue = useQueue(q);
  const work = useWork();
  const bulk = useBulk();
  const client = useQueryClient();
  const counts = useCounts();
  const colleagues = useQuery(colleaguesQuery).data;
  const names = useMemo(() => new Map((colleagues ?? []).map((one) => [one.id, one.name])), [colleagues]);
  const [context, setContext] = useState(false);
  const list = useRef<QueueListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const number = view.count ? counts.show(view.count) : '';
  const title = t(`views.${view.name}`);
  usePageTitle(number ? `${title} (${number})` : title);

  const showContext = () => {
    setContext(!context);
    // As a drawer it lies over the page: the focus goes in with it.
    if (!context) requestAnimationFrame(() => document.querySelector<HTMLElement>('.ctx-close')?.focus());
  };
  const go = (id: string, replace = false) =>
    void navigate({ to: '/inbox/$threadId', params: { threadId: id }, search, replace });
  const focusView = useFocusView(wide, threadId);
  const beside = wide && !focusView.on;
  const back = () => {
    const row = threadId ?? list.current?.cursor();
    if (focusView.on) focusView.leave();
    else if (!wide) void navigate({ to: '/inbox', search });
    setContext(false);
    if (row) setTimeout(() => list.current?.focusRow(row));
  };
  const row = (): ThreadRow | undefined => {
    const id = threadId ?? list.current?.cursor();
    return id === undefined ? undefined : (client.getQueryData<ThreadRow>(rowKey(id)) ?? queue.row(id));
  };
  const asking = useAsking();
  const ask = (one: ThreadRow, openNext: boolean) =>
    asking.ask({ question: 'reason', rows: [one], many: false, openNext });
  const resolving = useResolve({ queue, work, wide: beside, list, threadId, go, back, ask });
  const selecting = useSelection(q, queue.order.ids);
  useInboxKeys({
    queue,
    work,
    row,
    selecting,
    wide: beside,
    list,
    composer,
    searchField,
    threadId,
    go,
    back,
    resolving,
  });
  const steps = useWorkKeys({ queue, q, work, bulk, asking, resolving, selecting, list, names, row });

  // Side by side with the list an empty pane would be a waste: what is next stands open.
  const first = queue.order.ids.find((id) => !queue.order.ghosts.has(id));
  useEffect(() => {
    if (wide && !threadId && first)
      void navigate({ to: '/inbox/$threadId', params: { threadId: first }, search, replace: true });
  }, [wide, threadId, first, navigate, search]);

  const nothing = !threadId && queue.query.isSuccess && queue.order.ids.length === 0;
  return (
    <main
      className={[
        'panes',
        threadId ? 'at-thread' : '',
        context ? 'with-context' : '',
        focusView.on ? 'focus-view' : '',
      ].join(' ')}
      id="content"
      tabIndex={-1}
    >
      <QueuePane
        queue={queue}
        search={search}
        openId={threadId}
        names={names}
        onOpen={go}
        onClearFilters={() => void navigate({ to: '/inbox', search: view.search })}
        handle={list}
        searchField={searchField}
        selecting={selecting}
        steps={steps}
      />
      {threadId ? (
        <>
          <ThreadPane
            threadId={threadId}
            knownRow={queue.row(threadId)}
            alone={!beside}
            names={names}
            work={work}
            composer={composer}
            onMoved={(id) => go(id, true)}
            onBack={back}
            onResolve={(row) => resolving.resolve(row, false)}
            onNext={resolving.next}
            onContext={showContext}
            onAsk={(question, one) => asking.ask({ question, rows: [one], many: false })}
          />
          <ContextPane threadId={threadId} onOpen={go} onClose={() => setContext(false)} />
        </>
      ) : (
        <AllDone shown={nothing} open={view.name === 'open'} narrowed={isNarrowed(search)} />
      )}
      {(asking.asked || bulk.skipped.length > 0) && (
        <Suspense fallback={<TypedAhead onCancel={asking.close} />}>
          <WorkDialogs asking={asking} work={work} bulk={bulk} resolving={resolving} onMany={selecting.none} />
        </Suspense>
      )}
    </main>
  );
}
