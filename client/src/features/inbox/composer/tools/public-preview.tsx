import type { Thread } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../../components/avatar.tsx';
import { piecesOf } from '../../../../components/pieces.ts';
import { PlatformIcon } from '../../../../components/platform-icon.tsx';

/** Where a platform folds a long text, in characters; only those that do. */
const folds: Readonly<Record<string, number>> = { facebook: 480, instagram: 125, linkedin: 210, x: 280, google: 250 };
const link = /https?:\/\/[^\s<>"]+/g;
const linksIn = (text: string) =>
  [...text.matchAll(link)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

interface PublicPreviewProps {
  readonly thread: Thread;
  readonly text: string;
  readonly authorName: string;
  /** In which the comment is written, and so the answer. */
  readonly language: string | null;
}

/** How the answer will stand in public: under our name, with its links, folded where the platform folds it. */
export function PublicPreview({ thread, text, authorName, language }: PublicPreviewProps) {
  const { t } = useTranslation('snippets');
  const { platform, channelName } = thread.row;
  const letters = [...text.trim()];
  const fold = folds[platform];
  const isFolded = fold !== undefined && letters.length > fold;
  const shown = isFolded ? letters.slice(0, fold).join('') : letters.join('');
  return (
    <section id="composer-paper" className="paper preview" aria-label={t('preview.title')} {...{ tabIndex: 0 }}>
      <p className="meta">{t('preview.under', { name: authorName })}</p>
      <div className="public">
        <header>
          <Avatar name={channelName} size="m" />
          <b>{channelName}</b>
          <PlatformIcon platform={platform} />
        </header>
        <p>
          <span lang={language ?? undefined}>
            {piecesOf(shown, linksIn(shown)).map((piece) =>
              piece.marked ? (
                <span className="link" key={piece.at}>
                  {piece.text}
                </span>
              ) : (
                piece.text
              ),
            )}
          </span>
          {isFolded && <span className="meta"> … {t('preview.more')}</span>}
        </p>
      </div>
      {isFolded && <p className="meta">{t('preview.folded', { count: fold })}</p>}
    </section>
  );
}
