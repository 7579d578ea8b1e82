import { type RefObject, useEffect, useRef } from 'react';
import { piecesOf } from '../../../components/pieces.ts';
import { useMarkedWords } from './marked-words.ts';

interface PaperMarksProps {
  readonly threadId: string;
  readonly text: string;
  readonly paper: RefObject<HTMLTextAreaElement | null>;
}

/** Lies under the paper with the same words, unseen but for the lines under those that the checklist points at. */
export function PaperMarks({ threadId, text, paper }: PaperMarksProps) {
  const marks = useMarkedWords(threadId, text);
  const sheet = useRef<HTMLDivElement>(null);
  const shown = marks.length > 0;
  useEffect(() => {
    const field = paper.current;
    if (!shown || !field) return;
    const follow = () => {
      if (sheet.current) sheet.current.scrollTop = field.scrollTop;
    };
    follow();
    field.addEventListener('scroll', follow, { passive: true });
    return () => field.removeEventListener('scroll', follow);
  }, [shown, paper]);
  if (!shown) return null;
  return (
    <div ref={sheet} className="paper marks" aria-hidden="true">
      {piecesOf(text, marks).map((piece) =>
        piece.marked ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
      )}
    </div>
  );
}
