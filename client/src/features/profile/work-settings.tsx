import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../api/me.ts';
import { Choice } from '../../components/choice.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { usePreferencesChange } from '../../components/use-preferences-change.ts';

const undoTimes = { '5': 5, '8': 8, '20': 20, '0': 0 } as const;
const afterDone = ['next', 'previous', 'list'] as const;
const announcements = ['all', 'mine', 'off'] as const;

/** How long an undo is offered, where one goes on from a finished thread, what is read out. */
export function WorkSettings() {
  const { t } = useTranslation('profile');
  const preferences = usePreferences();
  const { change, error } = usePreferencesChange();
  const problemText = useProblemText('profile');
  return (
    <section className="sheet">
      <h2>{t('work.title')}</h2>
      <div className="form">
        {error && <Notice kind="error">{problemText(error)}</Notice>}
        <Choice
          legend={t('work.undo.title')}
          hint={t('work.undo.hint')}
          value={String(preferences.undoSeconds ?? 8) as keyof typeof undoTimes}
          choices={(['5', '8', '20', '0'] as const).map((value) => ({ value, label: t(`work.undo.${value}`) }))}
          onChoose={(value) => change({ undoSeconds: undoTimes[value] })}
        />
        <Choice
          legend={t('work.afterDone.title')}
          value={preferences.afterDone ?? 'next'}
          choices={afterDone.map((value) => ({ value, label: t(`work.afterDone.${value}`) }))}
          onChoose={(value) => change({ afterDone: value })}
        />
        <Choice
          legend={t('work.announce.title')}
          hint={t('work.announce.hint')}
          value={preferences.announce ?? 'all'}
          choices={announcements.map((value) => ({ value, label: t(`work.announce.${value}`) }))}
          onChoose={(value) => change({ announce: value })}
        />
      </div>
    </section>
  );
}
