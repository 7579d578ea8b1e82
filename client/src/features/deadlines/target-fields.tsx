import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon.tsx';
import { type Metric, metrics, type TargetErrors, type Targets } from './target.ts';

interface TargetFieldsProps {
  readonly targets: Targets;
  readonly onChange: (targets: Targets) => void;
  readonly errors: TargetErrors;
}

/** Hours and minutes for each of the three metrics. */
export function TargetFields({ targets, onChange, errors }: TargetFieldsProps) {
  const { t } = useTranslation('deadlines');
  return (
    <fieldset className="group">
      <legend>{t('form.targets')}</legend>
      <p className="hint">{t('form.targetsHint')}</p>
      <div className="targets">
        {metrics.map((metric) => (
          <TargetRow
            key={metric}
            metric={metric}
            value={targets[metric]}
            onChange={(value) => onChange({ ...targets, [metric]: value })}
            error={errors[metric]}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface TargetRowProps {
  readonly metric: Metric;
  readonly value: Targets[Metric];
  readonly onChange: (value: Targets[Metric]) => void;
  readonly error: TargetErrors[Metric];
}

function TargetRow({ metric, value, onChange, error }: TargetRowProps) {
  const { t } = useTranslation('deadlines');
  const errorId = useId();
  const name = t(`policies.${metric}`);
  const common = {
    className: 'input',
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: 4,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? errorId : undefined,
  } as const;
  return (
    <>
      <span className="lab">{name}</span>
      <label className="unit">
        <span className="sr">{t('form.hours', { metric: name })}</span>
        <input
          {...common}
          value={value.hours}
          onChange={(event) => onChange({ ...value, hours: event.target.value })}
        />
        <span aria-hidden="true">{t('form.h')}</span>
      </label>
      <label className="unit">
        <span className="sr">{t('form.minutes', { metric: name })}</span>
        <input
          {...common}
          value={value.minutes}
          onChange={(event) => onChange({ ...value, minutes: event.target.value })}
        />
        <span aria-hidden="true">{t('form.m')}</span>
      </label>
      {error && (
        <span className="err" id={errorId}>
          <Icon name="alert" />
          {t(`form.${error}`)}
        </span>
      )}
    </>
  );
}
