import { changeProfile, type Me } from '@stammgast/shared/contract/session';
import { locales, themes } from '@stammgast/shared/contract/team';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { rememberMe, useMe } from '../../api/me.ts';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { applyTheme } from '../../components/theme.ts';
import { changeLocale, store } from '../../i18n/setup.ts';

const languageNames = { de: 'Deutsch', en: 'English' } as const;

/** Language and appearance: seen at once, kept for the other browsers. */
export function ViewSettings() {
  const { t } = useTranslation('profile');
  const me = useMe();
  const problemText = useProblemText('profile');
  const saving = useMutation({
    mutationFn: (body: Partial<Pick<Me, 'locale' | 'theme'>>) => call(changeProfile, { body }),
    onSuccess: async (changed) => {
      rememberMe(changed);
      applyTheme(changed.theme);
      store('theme', changed.theme);
      await changeLocale(changed.locale);
    },
  });
  return (
    <section className="sheet">
      <h2>{t('view.title')}</h2>
      <div className="form">
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
        <Choice
          legend={t('view.locale')}
          value={me.locale}
          choices={locales.map((locale) => ({ value: locale, label: languageNames[locale] }))}
          onChoose={(locale) => saving.mutate({ locale })}
        />
        <Choice
          legend={t('view.theme')}
          value={me.theme}
          choices={themes.map((theme) => ({ value: theme, label: t(`view.${theme}`) }))}
          onChoose={(theme) => saving.mutate({ theme })}
        />
      </div>
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly choices: readonly { value: T; label: string }[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ legend, value, choices, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="group">
      <legend>{legend}</legend>
      <div>
        <span className="seg radio">
          {choices.map((choice) => (
            <label key={choice.value}>
              <input
                type="radio"
                name={name}
                checked={choice.value === value}
                onChange={() => onChoose(choice.value)}
              />
              {choice.label}
            </label>
          ))}
        </span>
      </div>
    </fieldset>
  );
}
