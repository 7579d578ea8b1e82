import '../../../styles/work.css';
import type { BulkAction } from '@stammgast/shared/contract/work';
import { MergeDialog } from '../joining/merge-dialog.tsx';
import { SplitDialog } from '../joining/split-dialog.tsx';
import { useJoining } from '../joining/use-joining.ts';
import { PromiseDialog } from '../promises/promise-dialog.tsx';
import { ResolveDialog } from '../thread/resolve-dialog.tsx';
import type { useWork } from '../thread/use-work.ts';
import type { useResolve } from '../use-resolve.ts';
import { SkippedDialog } from './skipped-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import type { Asked, useAsking } from './use-asking.ts';
import type { useBulk } from './use-bulk.ts';

interface WorkDialogsProps {
  readonly asking: ReturnType<typeof useAsking>;
  readonly work: ReturnType<typeof useWork>;
  readonly bulk: ReturnType<typeof useBulk>;
  readonly resolving: ReturnType<typeof useResolve>;
  /** An action on all that is selected was sent. */
  readonly onMany: () => void;
}

const dueTimes = ({ rows }: Asked): string[] =>
  rows.flatMap((row) => [row.due?.dueAt, row.promiseDueAt]).filter((at) => typeof at === 'string');

/** What all of them have. */
const commonTags = ({ rows: [first, ...rest] }: Asked): string[] =>
  (first?.tags ?? []).filter((tag) => rest.every((row) => row.tags.includes(tag)));

/** The questions of the queue, fetched when the first is asked. */
export function WorkDialogs({ asking, work, bulk, resolving, onMany }: WorkDialogsProps) {
  const { asked, close } = asking;
  const joining = useJoining();
  if (bulk.skipped.length > 0) return <SkippedDialog skipped={bulk.skipped} onClose={bulk.closeSkipped} />;
  if (!asked) return null;
  const count = asked.rows.length;
  const [first] = asked.rows;
  const [earliest] = dueTimes(asked).sort();
  const many = (action: BulkAction) => {
    close();
    void bulk.run(action, asked).then(onMany);
  };
  const one = (run: (row: NonNullable<typeof first>) => void) => {
    close();
    if (first) run(first);
  };
  switch (asked.question) {
    case 'snooze':
      return (
        <SnoozeDialog
          dueAt={earliest ?? null}
          count={count}
          onClose={close}
          onSnooze={(until, pastDue) => {
            if (asked.many) return many({ kind: 'snooze', until, pastDue });
            return one((row) => {
              work.snooze(row, until, pastDue);
              resolving.leave(row.id);
            });
          }}
        />
      );
    case 'tags':
      return (
        <TagDialog
          tags={commonTags(asked)}
          count={count}
          onClose={close}
          onSave={({ add, remove }) => {
            if (asked.many) return many({ kind: 'tag', add: [...add], remove: [...remove] });
            return one((row) => void work.tag(row, { add, remove }));
          }}
        />
      );
    case 'promise':
      return first && <PromiseDialog row={first} onClose={close} />;
    case 'merge':
      return first ? (
        <MergeDialog row={first} onClose={close} onMerge={(others) => one((row) => void joining.merge(row, others))} />
      ) : null;
    case 'split':
      return first ? (
        <SplitDialog row={first} onClose={close} onSplit={(ids) => one((row) => void joining.split(row, ids))} />
      ) : null;
    case 'reason':
      return (
        <ResolveDialog
          rows={asked.rows}
          onClose={close}
          onResolve={(reason) => {
            if (asked.many) return many({ kind: 'resolve', reason });
            return one((row) => resolving.resolveAs(row, reason, asked.openNext ?? false));
          }}
        />
      );
  }
}
