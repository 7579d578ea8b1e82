import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../components/announcer.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { serverNow } from '../../../live/server-clock.ts';
import { slaLevel } from '../../../live/sla-state.ts';
import type { QueueList } from './use-queue.ts';

/** What waits above the list. Its 36 px are always reserved, so nothing that arrives moves a row. */
export function NewPill({ queue }: { queue: QueueList }) {
  const { t } = useTranslation('inbox');
  const announce = useAnnounce();
  const { fresh, moved } = queue;
  const late = fresh.filter((row) => slaLevel(row, serverNow()) === 'over').length;
  const words = fresh.length > 0 ? t('pill.fresh', { count: fresh.length }) : moved ? t('pill.moved') : '';
  const detail = late > 0 ? t('pill.late', { count: late }) : '';
  useEffect(() => {
    if (fresh.length > 0) announce([words, detail].filter(Boolean).join(', '));
  }, [announce, fresh.length, words, detail]);
  return (
    <div className="newbar">
      {words && (
        <button type="button" className="pill" onClick={queue.showNew}>
          <span className="dot" />
          <b>{words}</b>
          {detail && <span>{detail}</span>}
          <Kbd command="showNew" />
        </button>
      )}
    </div>
  );
}
