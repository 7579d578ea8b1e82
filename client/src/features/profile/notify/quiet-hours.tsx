import type { NotifySettings } from '@stammgast/shared/contract/notifications';
import { useTranslation } from 'react-i18next';
import { Field, Switch } from '../../../components/field.tsx';

type Quiet = NonNullable<NotifySettings['quiet']>;

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
const textOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (text: string): number | null => {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : null;
};

/** When no desktop notification appears, by the clock where the person is. */
export function QuietHoursFields({ quiet, onChange }: { quiet: Quiet | undefined; onChange: (quiet?: Quiet) => void }) {
  const { t } = useTranslation('notify');
  const field = (name: 'from' | 'to') => (
    <Field
      label={t(`quiet.${name}`)}
      type="time"
      value={quiet ? textOf(quiet[name]) : ''}
      onChange={({ target }) => {
        const minutes = minutesOf(target.value);
        if (quiet && minutes !== null) onChange({ ...quiet, [name]: minutes, timeZone: ownZone() });
      }}
    />
  );
  return (
    <div>
      <Switch
        label={t('quiet.label')}
        checked={quiet !== undefined}
        onChange={({ target }) =>
          onChange(target.checked ? { from: 20 * 60, to: 8 * 60, timeZone: ownZone() } : undefined)
        }
      />
      {quiet && (
        <>
          <div className="pair">
            {field('from')}
            {field('to')}
          </div>
          <p className="hint">{t('quiet.zone', { zone: quiet.timeZone })}</p>
        </>
      )}
    </div>
  );
}
