import type { Note } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../../components/ago.tsx';
import { Avatar } from '../../../components/avatar.tsx';

/** An internal note; it never leaves the house and does not look as if it could. */
export function NoteCard({ note }: { note: Note }) {
  const { t } = useTranslation('inbox');
  return (
    <article className="note" aria-label={t('noteBy', { name: note.personName })}>
      <header>
        <Avatar name={note.personName} />
        <b>{note.personName}</b>
        <span className="meta">
          {t('noteMark')} · <Ago at={note.createdAt} />
        </span>
      </header>
      <p>{note.body}</p>
    </article>
  );
}
