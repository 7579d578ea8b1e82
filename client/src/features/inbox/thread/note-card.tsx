import type { Note } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar.tsx';
import { formatInstant } from '../../../i18n/format.ts';
import { serverNow } from '../../../live/server-clock.ts';

/** An internal note; it never leaves the house and does not look as if it could. */
export function NoteCard({ note }: { note: Note }) {
  const { t, i18n } = useTranslation('inbox');
  return (
    <article className="note" aria-label={t('noteBy', { name: note.personName })}>
      <header>
        <Avatar name={note.personName} />
        <b>{note.personName}</b>
        <span className="meta">
          {t('noteMark')} ·{' '}
          <time dateTime={note.createdAt}>{formatInstant(note.createdAt, i18n.language, serverNow())}</time>
        </span>
      </header>
      <p>{note.body}</p>
    </article>
  );
}
