import { snippetVariables, unknownVariables, variableWord } from '@stammgast/shared/domain/snippet';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { insertedAt } from './written-snippet.ts';

interface BodyFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly language: 'de' | 'en';
  readonly value: string;
  readonly missing?: boolean;
  readonly onChange: (value: string) => void;
}
const longest = 4000;

/** A text with buttons that put variables where the caret is. */
export function BodyField({ label, hint, language, value, missing, onChange }: BodyFieldProps) {
  const { t } = useTranslation('snippet-page');
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (word: string) => {
    const field = area.current;
    if (!field) return;
    const { text, caret } = insertedAt(value, field.selectionStart, field.selectionEnd, word);
    // At once: the next letter is typed behind the variable.
    flushSync(() => onChange(text));
    field.focus();
    field.setSelectionRange(caret, caret);
  };
  const unknown = unknownVariables(value);
  return (
    <div className="snippet-body">
      <TextField
        ref={area}
        label={label}
        hint={hint}
        error={missing && t('form.required')}
        lang={language}
        rows={5}
        maxLength={longest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <fieldset className="variables" aria-label={t('form.insertInto', { field: label })}>
        {snippetVariables.map((variable) => {
          const word = variableWord(variable, language);
          return (
            <button key={variable} type="button" className="btn sm" onClick={() => insert(word)}>
              {t(`variable.${variable}`)} <code lang={language}>{word}</code>
            </button>
          );
        })}
      </fieldset>
      {unknown.length > 0 && (
        <Notice kind="warn">
          {t('form.unknown', { count: unknown.length })}{' '}
          {unknown.map((word) => (
            <code key={word}>{`{{${word}}}`}</code>
          ))}
        </Notice>
      )}
    </div>
  );
}
