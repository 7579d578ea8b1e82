import type { Comment } from '@stammgast/shared/contract/threads';
import { sentiments, topics } from '@stammgast/shared/domain/assessment';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { Mood } from '../../../components/mood.tsx';
import type { useComments } from './use-comments.ts';

type Work = ReturnType<typeof useComments>;
const choices = sentiments.filter((sentiment) => sentiment !== 'unsure');

/** The mood with the words that led to it; choosing another one corrects the machine. */
export function MoodMenu({ comment, work, mayWork }: { comment: Comment; work: Work; mayWork: boolean }) {
  const { t } = useTranslation(['inbox', 'common']);
  if (!mayWork) return <Mood sentiment={comment.sentiment} />;
  const words = comment.evidence.map((one) => t('quoted', { text: one.text })).join(', ');
  return (
    <Menu
      label={t('mood.menu')}
      button={(props) => (
        <button type="button" className="mood-button" title={t('mood.menu')} {...props}>
          <Mood sentiment={comment.sentiment} />
        </button>
      )}
    >
      <p className="head">
        {comment.corrected ? t('mood.corrected') : words ? t('mood.because', { words }) : t('mood.noWords')}
      </p>
      {choices.map((sentiment) => (
        <MenuItem
          key={sentiment}
          checked={comment.sentiment === sentiment}
          onChoose={() => void work.correct(comment, { sentiment })}
        >
          <Mood sentiment={sentiment} />
        </MenuItem>
      ))}
    </Menu>
  );
}

export const topicsButtonId = 'topics-menu';

export function TopicMenu({ comment, work }: { comment: Comment; work: Work }) {
  const { t } = useTranslation(['inbox', 'common']);
  return (
    <Menu
      label={t('topics')}
      button={(props) => (
        <IconButton icon="book" label={t('topics')} className="topics" data-command={topicsButtonId} {...props} />
      )}
    >
      <p className="head">{t('topicsHint')}</p>
      {topics.map((topic) => {
        const has = comment.topics.includes(topic);
        const next = has ? comment.topics.filter((one) => one !== topic) : [...comment.topics, topic];
        return (
          <MenuItem key={topic} checked={has} onChoose={() => void work.correct(comment, { topics: next })}>
            {t(`common:topics.${topic}`)}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
