import type { BusinessCalendar, CalendarTerms } from '@stammgast/shared/contract/sla';
import { regions } from '@stammgast/shared/domain/regions';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { ChannelName } from '../../components/channel-name.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { TickList } from '../../components/tick-list.tsx';
import { useFirstError } from '../../components/use-first-error.ts';
import { timeZones } from '../../i18n/time-zones.ts';
import { DayWindows } from './day-windows.tsx';
import { SpecialDays } from './special-days.tsx';
import { useDeadlineChange } from './use-deadline-change.tsx';
import { toWeek, toWeekInput, type WeekInput } from './week.ts';

interface CalendarFormProps {
  /** One that is there, or what a new one begins with. */
  readonly calendar: BusinessCalendar | CalendarTerms;
  readonly mayManage: boolean;
  readonly actions?: ReactNode;
  readonly onAdded?: () => void;
}

/** The hours in which clocks run: several windows a day, also over midnight, and days that differ from their weekday. */
export function CalendarForm({ calendar, mayManage, actions, onAdded }: CalendarFormProps) {
  const { t } = useTranslation('deadlines');
  const known = 'id' in calendar ? calendar : null;
  const [terms, setTerms] = useState<CalendarTerms>(() => termsOf(calendar));
  const [week, setWeek] = useState<WeekInput>(() => toWeekInput(calendar.week));
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLFormElement>(tries);
  const changing = useDeadlineChange(onAdded);
  const read = toWeek(week);
  const closed = read.week.every((windows) => windows.length === 0);
  const nameless = terms.name.trim() === '';
  const set = (more: Partial<CalendarTerms>) => setTerms((now) => ({ ...now, ...more }));
  const submit = () => {
    setTries((count) => count + 1);
    if (closed || nameless || Object.keys(read.errors).length > 0) return;
    const wanted = { ...terms, week: read.week };
    changing.propose(
      known
        ? { does: 'change-calendar', calendarId: known.id, calendar: wanted }
        : { does: 'add-calendar', calendar: wanted },
      t('calendar.saved', { name: wanted.name }),
    );
  };
  const changeDay = (day: number, windows: WeekInput[number]) =>
    setWeek((now) => now.map((one, index) => (index === day ? windows : one)));
  return (
    <>
      <form
        className="form"
        ref={frame}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="pair">
          <Field
            label={t('form.name')}
            hint={known && t('version', { version: known.version })}
            value={terms.name}
            maxLength={80}
            autoComplete="off"
            disabled={!mayManage}
            error={tries > 0 && nameless && t('form.required')}
            onChange={(event) => set({ name: event.target.value })}
          />
          <ZoneField value={terms.timeZone} onChange={(timeZone) => set({ timeZone })} disabled={!mayManage} />
        </div>
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
        <RegionField value={terms.region} onChange={(region) => set({ region })} disabled={!mayManage} />
        <SpecialDays terms={terms} onChange={set} disabled={!mayManage} />
        {mayManage && !(known?.isDefault ?? false) && (
          <ChannelTicks chosen={terms.channelIds} onChange={(channelIds) => set({ channelIds })} />
        )}
        {known?.isDefault && <p className="hint">{t('calendar.defaultHint')}</p>}
        {tries > 0 && closed && <Notice kind="error">{t('calendar.never')}</Notice>}
        {changing.words && <Notice kind="error">{changing.words}</Notice>}
        {mayManage && (
          <p className="form-acts">
            <Button kind="primary" type="submit" busy={changing.busy}>
              {changing.busy ? t('calendar.saving') : t('calendar.save')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => setWeek((now) => now.map((one, day) => (day < 5 ? (now[0] ?? []) : one)))}
            >
              {t('calendar.copyMonday')}
            </Button>
            {actions}
          </p>
        )}
      </form>
      {changing.question}
    </>
  );
}

const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function termsOf({ name, timeZone, week, region, worked, own, channelIds }: CalendarTerms): CalendarTerms {
  return { name, timeZone, week, region, worked, own, channelIds };
}

interface Choice<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled: boolean;
}

const countries = ['DE', 'AT', 'CH'] as const;

/** Whose public holidays are closed days. */
function RegionField({ value, onChange, disabled }: Choice<CalendarTerms['region']>) {
  const { t } = useTranslation('deadlines');
  return (
    <div className="zone">
      <SelectField
        label={t('calendar.region')}
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onChange(regions.find((region) => region === event.target.value) ?? null)}
      >
        <option value="">{t('calendar.noRegion')}</option>
        {countries.map((country) => (
          <optgroup key={country} label={t(`country.${country}`)}>
            {regions
              .filter((region) => region.startsWith(country))
              .map((region) => (
                <option key={region} value={region}>
                  {t(`region.${region}`)}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
    </div>
  );
}

function ChannelTicks({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const { t } = useTranslation('deadlines');
  const channels = useQuery(channelsQuery).data ?? [];
  const choices = channels.map(({ id, platform, name }) => ({
    id,
    label: <ChannelName platform={platform} name={name} />,
  }));
  return (
    <TickList
      legend={t('calendar.channels')}
      hint={t('calendar.channelsHint')}
      choices={choices}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

function ZoneField({ value, onChange, disabled }: Choice<string>) {
  const { t } = useTranslation('deadlines');
  const [{ all }] = useState(timeZones);
  const zones = all.includes(value) ? all : [value, ...all];
  return (
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
  );
}
