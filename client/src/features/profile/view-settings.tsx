import { themes } from '@stammgast/shared/contract/team';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { changeLook } from '../../components/change-look.ts';
import { Choice } from '../../components/choice.tsx';
import { LocaleField } from '../../components/locale-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';

/** Language and appearance: seen at once, kept for the other browsers. */
export function ViewSettings() {
  const { t } = useTranslation('profile');
  const me = useMe();
  const problemText = useProblemText('profile');
  const saving = useMutation({ mutationFn: changeLook });
  return (
    <section className="sheet">
      <h2>{t('view.title')}</h2>
      <div className="form">
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
        <LocaleField label={t('view.locale')} value={me.locale} onChoose={(locale) => saving.mutate({ locale })} />
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
