import type { Presence } from '@stammgast/shared/contract/presence';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../../api/people-and-channels.ts';
import { initialsOf } from '../../../components/avatar.tsx';
import { useColleaguesAt } from '../../../live/presence.ts';

/** Colleagues who are at this thread now: dimmed who sees it, with a ring and the word who writes. */
export function Colleagues({ threadId }: { threadId: string }) {
  const present = useColleaguesAt(threadId);
  return present.length === 0 ? null : <Crowd present={present} />;
}

function Crowd({ present }: { present: readonly Presence[] }) {
  const { t } = useTranslation('inbox');
  const names = useColleagueNames();
  return (
    <span className="presence">
      {present.map(({ personId, level }) => {
        const name = names.get(personId) ?? '?';
        return (
          <span key={personId} className={`av ${level}`} title={t(`present.${level}`, { name })}>
            <span aria-hidden="true">{initialsOf(name)}</span>
            <span className="sr">{t(`present.${level}`, { name })}</span>
          </span>
        );
      })}
      {present.some(({ level }) => level === 'writes') && (
        <span className="writes-word" aria-hidden="true">
          {t('present.word')}
        </span>
      )}
    </span>
  );
}

/** Names by person; those of people who have left are not among them. */
export function useColleagueNames(): ReadonlyMap<string, string> {
  const { data = [] } = useQuery(colleaguesQuery);
  return new Map(data.map(({ id, name }) => [id, name]));
}
