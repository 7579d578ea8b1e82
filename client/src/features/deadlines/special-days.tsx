import { type CalendarTerms, listHolidays } from '@stammgast/shared/contract/sla';
import { localeTag } from '@stammgast/shared/domain/locale';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { serverNow } from '../../live/server-clock.ts';
import { AddDay } from './add-day.tsx';
import { type ListedDay, listDays, withDay } from './special-days.ts';
import { toWeekInput } from './week.ts';

interface SpecialDaysProps {
  readonly terms: CalendarTerms;
  readonly onChange: (more: Partial<CalendarTerms>) => void;
  readonly disabled: boolean;
}

/** Public holidays of the region and days of the house's own: closed, or open in hours of their own. */
export function SpecialDays({ terms, onChange, disabled }: SpecialDaysProps) {
  const { t } = useTranslation('deadlines');
  const { region, worked, own } = terms;
  const holidays = useQuery({
    queryKey: ['holidays', region],
    enabled: region !== null,
    queryFn: ({ signal }) => call(listHolidays, { query: { region: region ?? 'DE-BB' }, signal }),
  });
  const today = new Date(serverNow()).toLocaleDateString('en-CA', { timeZone: terms.timeZone });
  const days = listDays(terms, (region && holidays.data?.holidays) || [], today);
  const change = ({ rule, worked: isWorked, own: ownDay }: ListedDay) => {
    if (ownDay) onChange({ own: own.filter((day) => day !== ownDay) });
    else if (rule) onChange({ worked: isWorked ? worked.filter((one) => one !== rule) : [...worked, rule] });
  };
  return (
    <fieldset className="group special-days">
      <legend>{t('days.title')}</legend>
      <p className="hint">{t(region ? 'days.hint' : 'days.hintNone')}</p>
      {days.length > 0 && (
        <ul className="plain-list">
          {days.map((day) => (
            <DayLine key={`${day.date} ${day.name}`} day={day} disabled={disabled} onChange={() => change(day)} />
          ))}
        </ul>
      )}
      {!disabled && <AddDay today={today} onAdd={(day) => onChange({ own: withDay(own, day) })} />}
    </fieldset>
  );
}

interface DayLineProps {
  readonly day: ListedDay;
  readonly disabled: boolean;
  readonly onChange: () => void;
}

function DayLine({ day, disabled, onChange }: DayLineProps) {
  const { t, i18n } = useTranslation('deadlines');
  const date = new Intl.DateTimeFormat(localeTag(i18n.language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day.date}T00:00:00Z`));
  const [hours = []] = toWeekInput([day.windows]);
  const open = hours.map(({ from, to }) => `${from}–${to}`).join(', ');
  const what = day.worked ? t('days.asUsual') : open || t('calendar.closed');
  const word = day.own ? 'remove' : day.worked ? 'close' : 'work';
  return (
    <li className={day.worked ? 'off' : undefined}>
      <span className="date">{date}</span>
      <span className="two-lines">
        {day.name}
        <small>{[what, day.own?.yearly && t('days.yearly')].filter(Boolean).join(' · ')}</small>
      </span>
      {!disabled && (
        <Button
          kind="quiet"
          size="sm"
          className="end"
          onClick={onChange}
          aria-label={t(`days.${word}On`, { day: `${day.name}, ${date}` })}
        >
          {t(`days.${word}`)}
        </Button>
      )}
    </li>
  );
}
