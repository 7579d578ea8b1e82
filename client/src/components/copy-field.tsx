import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** Copies and says so for a moment. Where the clipboard is closed the text stays selectable. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        setTimeout(() => setCopied(false), 2000);
      },
      () => undefined,
    );
  };
  return (
    <>
      <Button onClick={copy} aria-label={label}>
        {copied ? t('copied') : t('copy')}
      </Button>
      <span className="sr" role="status">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}

/** A text that is shown once and has to be taken along. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="copy-field">
        <input
          id={id}
          className="input mono"
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={value} />
      </span>
    </div>
  );
}
