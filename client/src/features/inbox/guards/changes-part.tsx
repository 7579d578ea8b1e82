import { useTranslation } from 'react-i18next';
import type { Change } from './what-changed.ts';
import { wordDiff } from './word-diff.ts';

/** What was said, edited or taken back: the new words marked, the old ones struck through. */
export function ChangesPart({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('guards');
  return (
    <ul className="changes">
      {changes.map(({ comment, kind, before }) => (
        <li key={comment.id}>
          <span className="meta">{t(`kinds.${kind}`, { name: comment.author.name })}</span>
          {kind === 'removed' ? (
            <p>{t('removedHint')}</p>
          ) : (
            <blockquote lang={comment.language ?? undefined}>
              {kind === 'edited' && before !== null ? (
                <Difference before={before} after={comment.body} />
              ) : (
                comment.body
              )}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const pieces = wordDiff(before, after);
  return pieces.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'old' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
  });
}
