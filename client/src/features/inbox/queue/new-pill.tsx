import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, usePreferences } from '../../../api/me.ts';
import { useAnnounce } from '../../../components/announcer.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { shownNow } from '../../../live/hold.ts';
import { slaLevel } from '../../../live/sla-state.ts';
import type { QueueList } from './use-queue.ts';

const isLate = (row: ThreadRow) => slaLevel(row, shownNow()) === 'over';

/** What is said of what waits: all of it, only what is one's own, or nothing. */
function useSpoken(fresh: readonly ThreadRow[]): string {
  const { t } = useTranslation('inbox');
  const me = useMe();
  const { announce = 'all' } = usePreferences();
  const heard = announce === 'mine' ? fresh.filter((row) => row.assigneeId === me.id) : fresh;
  if (announce === 'off' || heard.length === 0) return '';
  const late = heard.filter(isLate).length;
  const words = t('pill.fresh', { count: heard.length });
  return late > 0 ? t('pill.spoken', { words, late: t('pill.late', { count: late }) }) : words;
}

/** What waits above the list. Its 36 px are always reserved, so nothing that arrives moves a row. */
export function NewPill({ queue }: { queue: QueueList }) {
  const { t } = useTranslation('inbox');
  const announce = useAnnounce();
  const { fresh, moved } = queue;
  const late = fresh.filter(isLate).length;
  const words = fresh.length > 0 ? t('pill.fresh', { count: fresh.length }) : moved ? t('pill.moved') : '';
  const detail = late > 0 ? t('pill.late', { count: late }) : '';
  const spoken = useSpoken(fresh);
  useEffect(() => {
    if (spoken) announce('queue', spoken);
  }, [announce, spoken]);
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
