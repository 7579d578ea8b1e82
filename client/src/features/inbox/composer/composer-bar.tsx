import type { Thread } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';

interface BarProps {
  readonly thread: Thread;
  readonly canReply: boolean;
  readonly mayReply: boolean;
  readonly problem: string | null;
}

/** Why the last text was refused, or what is special about answering here. */
export function ComposerBar({ thread, canReply, mayReply, problem }: BarProps) {
  const { t } = useTranslation(['inbox', 'problems']);
  if (problem)
    return (
      <div className="bar error draft-warn" role="alert">
        <Icon name="alert" />
        <span>{t(`problems:${problem}`)}</span>
      </div>
    );
  const reason =
    mayReply && !canReply
      ? thread.channel.private
        ? 'closedChannel'
        : thread.channel.can.reply === 'none'
          ? 'noReply'
          : 'nothingToAnswer'
      : null;
  if (!reason && (thread.channel.can.reply !== 'hand-off' || !mayReply)) return null;
  return (
    <div className="bar draft-warn">
      <Icon name="info" />
      <span>{t(`composerNotes.${reason ?? 'handOff'}`)}</span>
    </div>
  );
}
