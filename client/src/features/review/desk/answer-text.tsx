import type { Mark } from '@stammgast/shared/domain/answer-check/items';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { piecesOf } from '../../../components/pieces.ts';

/** How the server writes a name that is not to be seen yet. */
const INK = /(\u2588+)/;

/** Our words as they went out; what the machine found in them is marked. */
export function AnswerText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <p className="house-text">
      {piecesOf(text, marks).map((piece) =>
        piece.marked ? (
          <mark key={piece.at}>{piece.text}</mark>
        ) : (
          <Fragment key={piece.at}>
            <Inked text={piece.text} />
          </Fragment>
        ),
      )}
    </p>
  );
}

function Inked({ text }: { text: string }) {
  const { t } = useTranslation('review');
  let at = 0;
  return text.split(INK).map((part) => {
    const key = at;
    at += part.length;
    return part.startsWith('\u2588') ? (
      <span key={key} className="ink" role="img" aria-label={t('case.inked')} />
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
