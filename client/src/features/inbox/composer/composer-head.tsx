import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../components/kbd.tsx';
import { AnswerTools, type AnswerToolsProps } from './tools/answer-tools.tsx';

interface ComposerHeadProps extends Omit<AnswerToolsProps, 'target'> {
  readonly mode: 'answer' | 'note';
  readonly canReply: boolean;
  readonly onMode: (mode: 'answer' | 'note') => void;
  readonly answered: Comment | undefined;
}

/** Answer or note, for whom, in which language and register, and what helps to write it. */
export function ComposerHead({ mode, canReply, onMode, answered, ...tools }: ComposerHeadProps) {
  const { t } = useTranslation('inbox');
  return (
    <div className="composer-head">
      <ComposerTabs mode={mode} canReply={canReply} onChange={onMode} />
      <span className="meta ellip" title={answered ? t('answerTo', { name: answered.author.name }) : t('noteStays')}>
        {answered ? t('answerTo', { name: answered.author.name }) : t('noteStays')}
        {answered && <Manner thread={tools.thread} comment={answered} />}
      </span>
      {answered && (
        <span className="end">
          <AnswerTools {...tools} target={answered} />
        </span>
      )}
    </div>
  );
}

/** How one speaks here: with Sie or du where the language has both, and in the language of the comment. */
function Manner({ thread, comment }: { thread: Thread; comment: Comment }) {
  const { t, i18n } = useTranslation('inbox');
  const { language } = comment;
  const register = t(`registers.${thread.channel.replyRegister}`);
  if (language === null || language === 'de') return <> · {register}</>;
  return <> · {new Intl.DisplayNames(i18n.language, { type: 'language' }).of(language)}</>;
}

interface TabsProps {
  readonly mode: 'answer' | 'note';
  readonly canReply: boolean;
  readonly onChange: (mode: 'answer' | 'note') => void;
}

function ComposerTabs({ mode, canReply, onChange }: TabsProps) {
  const { t } = useTranslation('inbox');
  const tab = (name: 'answer' | 'note', command: 'reply' | 'note') => (
    <button
      type="button"
      role="tab"
      aria-selected={mode === name}
      aria-controls="composer-paper"
      disabled={name === 'answer' && !canReply}
      onClick={() => onChange(name)}
    >
      {t(`tabs.${name}`)}
      <Kbd command={command} />
    </button>
  );
  return (
    <div className="tabs" role="tablist" aria-label={t('tabs.label')}>
      {tab('answer', 'reply')}
      {tab('note', 'note')}
    </div>
  );
}
