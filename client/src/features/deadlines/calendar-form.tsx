import { type Calendar, changeCalendar } from '@stammgast/shared/contract/sla';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { useFirstError } from '../../components/use-first-error.ts';
import { timeZones } from '../../i18n/time-zones.ts';
import { DayWindows } from './day-windows.tsx';
import { toWeek, toWeekInput, type WeekInput } from './week.ts';

/** The hours in which clocks run: several windows a day, also over midnight. */
export function CalendarForm({ calendar, mayManage }: { calendar: Calendar; mayManage: boolean }) {
  const { t } = useTranslation('deadlines');
  const [week, setWeek] = useState<WeekInput>(() => toWeekInput(calendar.week));
  const [timeZone, setTimeZone] = useState(calendar.timeZone);
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLFormElement>(tries);
  const saving = useSaveCalendar();
  const read = toWeek(week);
  const closed = read.week.every((windows) => windows.length === 0);
  const submit = () => {
    setTries((count) => count + 1);
    if (!closed && Object.keys(read.errors).length === 0) saving.mutate({ timeZone, week: read.week });
  };
  const changeDay = (day: number, windows: WeekInput[number]) =>
    setWeek((now) => now.map((one, index) => (index === day ? windows : one)));
  return (
    <section className="calendar" aria-labelledby="calendar">
      <header className="block-head">
        <h2 id="calendar">{t('calendar.title')}</h2>
        <span className="meta">{t('calendar.note')}</span>
      </header>
      <form
        className="form"
        ref={frame}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ZoneField value={timeZone} onChange={setTimeZone} disabled={!mayManage} />
        <ul className="week">
          {week.map((windows, day) => (
            <DayWindows
              // The place in the week is the day's identity.
              key={dayKeys[day]}
              name={t(`day.${day}`)}
              windows={windows}
              errorAt={(number) => (tries > 0 ? read.errors[`${day}.${number}`] : undefined)}
              disabled={!mayManage}
              onChange={(changed) => changeDay(day, changed)}
            />
          ))}
        </ul>
        {tries > 0 && closed && <Notice kind="error">{t('calendar.never')}</Notice>}
        {saving.isError && <Notice kind="error">{saving.words}</Notice>}
        {mayManage && (
          <p className="form-acts">
            <Button kind="primary" type="submit" busy={saving.isPending}>
              {saving.isPending ? t('calendar.saving') : t('calendar.save')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => setWeek((now) => now.map((one, day) => (day < 5 ? (now[0] ?? []) : one)))}
            >
              {t('calendar.copyMonday')}
            </Button>
          </p>
        )}
      </form>
    </section>
  );
}

const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function useSaveCalendar() {
  const { t } = useTranslation('deadlines');
  const problemText = useProblemText('deadlines');
  const toast = useToast();
  const queryClient = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Calendar) => call(changeCalendar, { body }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['deadlines'] });
      toast.show({ title: t('calendar.saved') });
    },
  });
  return { ...saving, words: problemText(saving.error) };
}

function ZoneField({
  value,
  onChange,
  disabled,
}: {
  value: string;
  onChange: (zone: string) => void;
  disabled: boolean;
}) {
  const { t } = useTranslation('deadlines');
  const [{ all }] = useState(timeZones);
  const zones = all.includes(value) ? all : [value, ...all];
  return (
    <div className="zone">
      <SelectField
        label={t('calendar.timeZone')}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
    </div>
  );
}
