import type { OwnDay } from '@stammgast/shared/contract/sla';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Check, Field } from '../../components/field.tsx';
import { useFirstError } from '../../components/use-first-error.ts';
import { toWeek } from './week.ts';

const empty = { date: '', name: '', half: false, from: '09:00', to: '12:00', yearly: false };

/** A day of the house's own: closed, or open for some hours. It is in the list at once and kept with the calendar. */
export function AddDay({ today, onAdd }: { today: string; onAdd: (day: OwnDay) => void }) {
  const { t } = useTranslation('deadlines');
  const [day, setDay] = useState(empty);
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLDivElement>(tries);
  const set = (more: Partial<typeof empty>) => setDay((now) => ({ ...now, ...more }));
  const read = toWeek([day.half ? [{ id: 0, from: day.from, to: day.to }] : []]);
  const wrongHours = read.errors['0.0'];
  const add = () => {
    setTries((count) => count + 1);
    const { date, name, yearly } = day;
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || name.trim() === '' || wrongHours) return;
    onAdd({ date, name: name.trim(), windows: read.week[0] ?? [], yearly });
    setDay(empty);
    setTries(0);
  };
  return (
    <div className="add-day" ref={frame}>
      <div className="pair">
        <Field
          type="date"
          label={t('days.date')}
          min={today}
          value={day.date}
          error={tries > 0 && day.date === '' && t('form.required')}
          onChange={(event) => set({ date: event.target.value })}
        />
        <Field
          label={t('form.name')}
          value={day.name}
          maxLength={80}
          autoComplete="off"
          placeholder={t('days.example')}
          error={tries > 0 && day.name.trim() === '' && t('form.required')}
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      <div className="form-acts">
        <Check label={t('days.half')} checked={day.half} onChange={(event) => set({ half: event.target.checked })} />
        <Check
          label={t('days.everyYear')}
          checked={day.yearly}
          onChange={(event) => set({ yearly: event.target.checked })}
        />
      </div>
      {day.half && (
        <div className="pair">
          <Field
            label={t('days.from')}
            inputMode="numeric"
            maxLength={5}
            value={day.from}
            error={tries > 0 && wrongHours && t(`calendar.${wrongHours}`)}
            onChange={(event) => set({ from: event.target.value })}
          />
          <Field
            label={t('days.to')}
            inputMode="numeric"
            maxLength={5}
            value={day.to}
            onChange={(event) => set({ to: event.target.value })}
          />
        </div>
      )}
      <Button icon="plus" onClick={add}>
        {t('days.add')}
      </Button>
    </div>
  );
}
