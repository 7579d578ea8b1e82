import { longestDraft } from '@stammgast/shared/contract/drafts';
import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperMarks } from '../check/paper-marks.tsx';

interface PaperProps {
  readonly paper: RefObject<HTMLTextAreaElement | null>;
  readonly thread: Thread;
  /** The comment that is answered; none: a note is written. */
  readonly answered: Comment | undefined;
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** Only German has two ways to address somebody. */
const addressIn = ({ channel }: Thread, { language }: Comment) =>
  language === null || language === 'de' ? channel.replyRegister : 'any';

/** Where one writes; under an answer lie the lines of the checklist. */
export function Paper({ paper, thread, answered, text, onType }: PaperProps) {
  const { t } = useTranslation('inbox');
  return (
    <div className="paper-desk">
      {answered && <PaperMarks threadId={thread.row.id} text={text} paper={paper} />}
      <textarea
        ref={paper}
        id="composer-paper"
        className="paper"
        aria-label={answered ? t('answerTo', { name: answered.author.name }) : t('tabs.note')}
        placeholder={t(`placeholder.${answered ? addressIn(thread, answered) : 'note'}`)}
        lang={answered?.language ?? undefined}
        value={text}
        maxLength={longestDraft}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}
