import type { PromiseMade } from '@stammgast/shared/contract/promises';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { lastMinute, useBothClocks } from '../../../components/date-time-field.tsx';
import { serverNow } from '../../../live/server-clock.ts';
import { fieldValue, tomorrow } from './due-field.ts';

interface PromiseFormProps {
  readonly promise: PromiseMade;
  readonly onSave: (dueAt: string) => void;
  readonly onCancel: () => void;
}

/** Another time for a promise; where the first is over already, one tomorrow is proposed. */
export function PromiseForm({ promise, onSave, onCancel }: PromiseFormProps) {
  const { t } = useTranslation('promises');
  const id = useId();
  const before = Date.parse(promise.dueAt);
  const [at, setAt] = useState(fieldValue(before > serverNow() ? before : tomorrow()));
  const { label, hint } = useBothClocks(t('due'), at);
  const dueAt = new Date(at);
  const ready = dueAt.getTime() > serverNow();
  return (
    <form
      className="bar promise-form"
      aria-label={t('steps.time')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(dueAt.toISOString());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={at}
        min={fieldValue(serverNow())}
        max={lastMinute}
        aria-describedby={hint ? `${id}-hint` : undefined}
        required
        onChange={(event) => setAt(event.target.value)}
        {...{ autoFocus: true }}
      />
      {hint && (
        <span className="meta" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <span className="end">
        <Button size="sm" type="submit" disabled={!ready}>
          {t('save')}
        </Button>
        <Button size="sm" kind="quiet" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </span>
    </form>
  );
}
