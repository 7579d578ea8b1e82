import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { endsNextDay, type WindowError, type WindowInput, withWindow } from './week.ts';

interface DayWindowsProps {
  readonly name: string;
  readonly windows: readonly WindowInput[];
  readonly errorAt: (number: number) => WindowError | undefined;
  readonly disabled: boolean;
  readonly onChange: (windows: readonly WindowInput[]) => void;
}
const most = 6;

/** One weekday: any number of windows, none means closed. */
export function DayWindows({ name, windows, errorAt, disabled, onChange }: DayWindowsProps) {
  const { t } = useTranslation('deadlines');
  return (
    <li>
      <span className="day">{name}</span>
      <div className="windows">
        {windows.map((window, index) => (
          <WindowRow
            key={window.id}
            day={name}
            number={index + 1}
            window={window}
            error={errorAt(index)}
            disabled={disabled}
            onChange={(changed) => onChange(windows.map((one, at) => (at === index ? changed : one)))}
            onRemove={() => onChange(windows.filter((_, at) => at !== index))}
          />
        ))}
        {windows.length === 0 && (
          <span className="window">
            <span className="muted">{t('calendar.closed')}</span>
          </span>
        )}
      </div>
      {!disabled && windows.length < most && (
        <Button
          kind="quiet"
          icon="plus"
          onClick={() => onChange(withWindow(windows))}
          aria-label={t('calendar.addWindowOn', { day: name })}
        >
          {t('calendar.addWindow')}
        </Button>
      )}
    </li>
  );
}

interface WindowRowProps {
  readonly day: string;
  readonly number: number;
  readonly window: WindowInput;
  readonly error: WindowError | undefined;
  readonly disabled: boolean;
  readonly onChange: (window: WindowInput) => void;
  readonly onRemove: () => void;
}

function WindowRow({ day, number, window, error, disabled, onChange, onRemove }: WindowRowProps) {
  const { t } = useTranslation('deadlines');
  const errorId = useId();
  const common = {
    type: 'text',
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: 5,
    className: 'input',
    disabled,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? errorId : undefined,
  } as const;
  return (
    <span className="window">
      <input
        {...common}
        aria-label={t('calendar.from', { day, number })}
        value={window.from}
        onChange={(event) => onChange({ ...window, from: event.target.value })}
      />
      <span className="muted">{t('calendar.until')}</span>
      <input
        {...common}
        aria-label={t('calendar.to', { day, number })}
        value={window.to}
        onChange={(event) => onChange({ ...window, to: event.target.value })}
      />
      {endsNextDay(window) && <span className="meta">{t('calendar.nextDay')}</span>}
      {!disabled && <IconButton icon="x" label={t('calendar.removeWindow', { day, number })} onClick={onRemove} />}
      {error && (
        <span className="err" id={errorId}>
          <Icon name="alert" />
          {t(`calendar.${error}`)}
        </span>
      )}
    </span>
  );
}
