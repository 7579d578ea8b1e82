import type { PromiseMade } from '@stammgast/shared/contract/promises';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { serverNow } from '../../../live/server-clock.ts';

interface PromiseFormProps {
  /** Gets another time; left out: a new promise is written down. */
  readonly promise?: PromiseMade;
  readonly onSave: (words: string, dueAt: string) => void;
  readonly onCancel: () => void;
}

/** As the field for date and time wants it: in the time of the device, to the minute. */
const fieldValue = (at: number) => {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
};
const TOMORROW_MS = 24 * 3_600_000;

export function PromiseForm({ promise, onSave, onCancel }: PromiseFormProps) {
  const { t } = useTranslation('promises');
  const id = useId();
  const [words, setWords] = useState(promise?.words ?? '');
  const [at, setAt] = useState(fieldValue(promise ? Date.parse(promise.dueAt) : serverNow() + TOMORROW_MS));
  const dueAt = new Date(at);
  const ready = words.trim() !== '' && dueAt.getTime() > serverNow();
  return (
    <form
      className="bar promise-form"
      aria-label={t(promise ? 'steps.time' : 'add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(words.trim(), dueAt.toISOString());
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {!promise && (
        <input
          className="input"
          type="text"
          value={words}
          maxLength={500}
          aria-label={t('words')}
          placeholder={t('words')}
          onChange={(event) => setWords(event.target.value)}
          {...{ autoFocus: true }}
        />
      )}
      <label htmlFor={id}>{t('due')}</label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={at}
        min={fieldValue(serverNow())}
        required
        onChange={(event) => setAt(event.target.value)}
        {...{ autoFocus: promise !== undefined }}
      />
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
