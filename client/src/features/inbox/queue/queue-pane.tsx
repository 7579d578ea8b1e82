import { type Ref, type RefObject, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { codeOf } from '../../../api/problem.ts';
import { Button } from '../../../components/button.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { Empty, Failed, useLate } from '../../../components/states.tsx';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { WaitingRequests } from '../moderation/waiting-requests.tsx';
import type { QueueSearch } from '../queue-search.ts';
import { useCounts } from '../use-counts.ts';
import type { useWorkKeys } from '../use-work-keys.ts';
import { incidentOf, isNarrowed, viewOf } from '../views.ts';
import type { Selecting } from '../work/use-selection.ts';
import { FilterChips } from './filter-chips.tsx';
import { MissingPart } from './missing-part.tsx';
import { NewPill } from './new-pill.tsx';
import { QueueHead } from './queue-head.tsx';
import { QueueList, type QueueListHandle } from './queue-list.tsx';
import { SearchErrorLine } from './search-error.tsx';
import type { QueueList as Queue } from './use-queue.ts';
import { useSearchField } from './use-search-field.ts';

const BulkBar = lazyWithWords(() => import('../work/bulk-bar.tsx').then((part) => part.BulkBar));

const IncidentHead = lazyWithWords(() => import('./incident-head.tsx').then((part) => part.IncidentHead));

interface QueuePaneProps {
  readonly queue: Queue;
  readonly search: QueueSearch;
  readonly openId: string | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly onOpen: (id: string) => void;
  readonly onClearFilters: () => void;
  readonly handle: Ref<QueueListHandle>;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly selecting: Selecting;
  readonly steps: ReturnType<typeof useWorkKeys>;
}

export function QueuePane(props: QueuePaneProps) {
  const { t } = useTranslation('inbox');
  const { search } = props;
  const view = viewOf(search);
  const narrowed = isNarrowed(search);
  const counted = narrowed ? null : view.count;
  const incident = incidentOf(search);
  const field = useSearchField(search, props.queue.query.error);
  return (
    <section className="queue" aria-label={t('queue')}>
      <QueueHead search={search} field={field} searchField={props.searchField} />
      <SearchErrorLine field={field} />
      <FilterChips search={search} />
      {incident && (
        <Suspense>
          <IncidentHead number={incident} />
        </Suspense>
      )}
      {props.selecting.selection.ids.size > 0 ? (
        <BulkPart queue={props.queue} selecting={props.selecting} steps={props.steps} view={counted} />
      ) : (
        <NewPill queue={props.queue} />
      )}
      <QueueBody {...props} narrowed={narrowed} label={t(`views.${view.name}`)} />
      <MissingPart />
      <QueueFoot queue={props.queue} view={counted} onOpen={props.onOpen} />
    </section>
  );
}

function QueueBody({ queue, narrowed, label, ...props }: QueuePaneProps & { narrowed: boolean; label: string }) {
  const { t } = useTranslation('inbox');
  const { query, order } = queue;
  if (query.isPending) return <QueueSkeleton />;
  if (query.isError && !query.data && codeOf(query.error) !== 'search.invalid')
    return (
      <div className="list">
        <Failed error={query.error} title={t('queueFailed')} onRetry={() => void query.refetch()} />
      </div>
    );
  if (order.ids.length > 0) return <QueueList {...props} queue={queue} label={t('sorted', { view: label })} />;
  if (!narrowed) return <p className="list queue-empty meta">{t('emptyQueue')}</p>;
  return (
    <div className="list">
      <Empty title={t('noMatch.title')} action={<Button onClick={props.onClearFilters}>{t('noMatch.action')}</Button>}>
        <p>{t('noMatch.text')}</p>
      </Empty>
    </div>
  );
}

const skeletonRows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function QueueSkeleton() {
  const { t } = useTranslation();
  const late = useLate();
  return (
    <div className="list" role="status" aria-label={t('loading')}>
      {late &&
        skeletonRows.map((name) => (
          <div className="row" key={name}>
            <div className="l">
              <span className="skel w3" />
            </div>
            <div className="l">
              <span className="skel w0" />
            </div>
          </div>
        ))}
    </div>
  );
}

/** In the place of the pill, so that no row moves when the first is selected. */
function BulkPart({ queue, selecting, steps, view }: Pick<QueuePaneProps, 'queue' | 'selecting' | 'steps'> & FootView) {
  const counts = useCounts();
  const { selection } = selecting;
  const loaded = queue.order.ids.length - queue.order.ghosts.size;
  const all = view ? counts.show(view) : '';
  const more = queue.query.hasNextPage && selection.ids.size >= loaded && !selection.everything;
  return (
    <Suspense fallback={<div className="bulk" />}>
      <BulkBar
        count={selection.ids.size}
        everything={selection.everything ? all : null}
        more={more ? all : null}
        onEverything={selecting.everything}
        onNone={selecting.none}
        onResolve={steps.resolve}
        onTag={steps.tag}
        onSnooze={steps.snooze}
        onAct={steps.act}
      />
    </Suspense>
  );
}

interface FootView {
  readonly view: Parameters<ReturnType<typeof useCounts>['show']>[0] | null;
}

function QueueFoot({ queue, view, onOpen }: Pick<QueuePaneProps, 'queue' | 'onOpen'> & FootView) {
  const { t } = useTranslation('inbox');
  const mayDecide = useMay('moderation.decide');
  const counts = useCounts();
  const shown = queue.order.ids.length - queue.order.ghosts.size;
  const counted = view ? counts.show(view) : '';
  const all = queue.query.hasNextPage ? counted || `${shown}+` : String(shown + queue.fresh.length);
  return (
    <footer className="queue-foot meta">
      <span>{shown > 0 && t('shown', { shown, all })}</span>
      {mayDecide && <WaitingRequests onOpen={onOpen} />}
      <span>
        <Kbd command="next" /> <Kbd command="previous" /> {t('hintMove')}
      </span>
      <span>
        <Kbd command="select" /> {t('hintSelect')}
      </span>
    </footer>
  );
}
