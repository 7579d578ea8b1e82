import { type Locale, locales } from '@stammgast/shared/contract/team';
import { asLocale, languageOf } from '@stammgast/shared/domain/locale';
import { SelectField } from './field.tsx';

/** Whoever looks for their language reads it in that language. */
const localeNames: Readonly<Record<Locale, string>> = {
  de: 'Deutsch (Deutschland)',
  'de-AT': 'Deutsch (Österreich)',
  'de-CH': 'Deutsch (Schweiz)',
  en: 'English',
};

interface LocaleFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (locale: Locale) => void;
}

/** Language and country, each by its own name. */
export function LocaleField({ label, value, onChoose }: LocaleFieldProps) {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChoose(asLocale(event.target.value))}>
      <LocaleOptions />
    </SelectField>
  );
}

export const LocaleOptions = () =>
  locales.map((locale) => (
    <option key={locale} value={locale} lang={languageOf(locale)}>
      {localeNames[locale]}
    </option>
  ));
