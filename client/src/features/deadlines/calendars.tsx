import type { BusinessCalendar } from '@stammgast/shared/contract/sla';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

const officeDay = [{ from: 9 * 60, to: 17 * 60 }];
const officeWeek = [officeDay, officeDay, officeDay, officeDay, officeDay, [], []];

/** The house's calendars: one is open, the others are named. */
export function Calendars({ calendars, mayManage }: { calendars: readonly BusinessCalendar[]; mayManage: boolean }) {
  const { t } = useTranslation('deadlines');
  const { house } = useMe();
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  const [removing, setRemoving] = useState<BusinessCalendar | null>(null);
  const shown = chosen === 'new' ? null : (calendars.find(({ id }) => id === chosen) ?? calendars[0] ?? null);
  const fresh = {
    ...{ name: '', timeZone: house.timeZone, week: officeWeek, region: null },
    ...{ worked: [], own: [], channelIds: [] },
  };
  return (
    <section className="calendar" aria-labelledby="calendars">
      <header className="block-head">
        <h2 id="calendars">{t('calendar.title')}</h2>
        <span className="meta">{t('calendar.note')}</span>
      </header>
      <fieldset className="seg radio">
        <legend className="sr">{t('calendar.choose')}</legend>
        {calendars.map(({ id, name }) => (
          <label key={id}>
            <input type="radio" name="calendar" checked={shown?.id === id} onChange={() => setChosen(id)} />
            {name}
          </label>
        ))}
        {mayManage && (
          <label>
            <input type="radio" name="calendar" checked={chosen === 'new'} onChange={() => setChosen('new')} />
            {t('calendar.add')}
          </label>
        )}
      </fieldset>
      {shown ? (
        <CalendarForm
          key={`${shown.id} ${shown.version} ${shown.channelIds.join()}`}
          calendar={shown}
          mayManage={mayManage}
          actions={
            mayManage &&
            !shown.isDefault && (
              <Button kind="quiet" icon="trash" onClick={() => setRemoving(shown)}>
                {t('policies.removeOf', { name: shown.name })}
              </Button>
            )
          }
        />
      ) : (
        <CalendarForm key="new" calendar={fresh} mayManage={mayManage} onAdded={() => setChosen(null)} />
      )}
      {removing && <RemoveDialog what="calendar" row={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}
