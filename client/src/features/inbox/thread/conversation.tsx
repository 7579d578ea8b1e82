import type { Thread } from '@stammgast/shared/contract/threads';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Icon } from '../../../components/icon.tsx';
import { CommentCard } from './comment-card.tsx';
import { NoteCard } from './note-card.tsx';
import { ReplyCard } from './reply-card.tsx';
import { SlaLog } from './sla-log.tsx';
import { type Entry, timeline } from './timeline.ts';

interface ConversationProps {
  readonly thread: Thread;
  /** The comment that will be answered. */
  readonly chosenId: string | undefined;
  readonly onAnswer: (commentId: string) => void;
}

// What scrolls has to be reachable by keyboard; its arrows scroll.
const scrollable = { tabIndex: 0 };

const needsSomebody = (entry: Entry) => entry.kind === 'reply' && entry.reply.state !== 'published';

/** What can be done with an answer is fetched after its words: it is shown as it grows, until somebody takes over. */
function whileNobodyScrolls(card: Element, show: () => void): () => void {
  const grown = new ResizeObserver(show);
  const leave = () => grown.disconnect();
  grown.observe(card);
  const hands = ['wheel', 'pointerdown', 'keydown'] as const;
  for (const hand of hands) window.addEventListener(hand, leave, { once: true, passive: true });
  return () => {
    leave();
    for (const hand of hands) window.removeEventListener(hand, leave);
  };
}

export function Conversation({ thread, chosenId, onAnswer }: ConversationProps) {
  const { t } = useTranslation('inbox');
  const mayWork = useMay('thread.work');
  const mayReply = useMay('reply.write');
  const entries = useMemo(() => timeline(thread), [thread]);
  const talk = useRef<HTMLElement>(null);
  const count = useRef(entries.length);
  useEffect(() => {
    const cards = talk.current?.querySelectorAll('article');
    const grown = entries.length > count.current;
    count.current = entries.length;
    // What was just added, or an answer that still needs somebody, is not left below the edge.
    const wanted = grown ? entries.length - 1 : entries.findLastIndex(needsSomebody);
    const card = cards?.[wanted];
    const show = () => card?.scrollIntoView({ block: 'nearest' });
    show();
    // On the first page of a visit the words grow a little when their typeface arrives.
    if (document.fonts.status === 'loading') void document.fonts.ready.then(show);
    return card && whileNobodyScrolls(card, show);
  }, [entries]);
  const guests = thread.comments.filter((comment) => !comment.author.own).length;
  return (
    <section ref={talk} className="talk scrolls" aria-label={t('conversation')} {...scrollable}>
      {thread.post && (
        <p className="origin">
          <span className="ellip">
            <b>{t('post')}</b> · {thread.post.title}
          </span>
          {thread.post.url && (
            <a
              className="btn quiet sm icon"
              href={thread.post.url}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('openPost')}
              title={t('openPost')}
            >
              <Icon name="external" />
            </a>
          )}
        </p>
      )}
      {entries.map((entry) => {
        if (entry.kind === 'note') return <NoteCard key={entry.note.id} note={entry.note} />;
        if (entry.kind === 'reply')
          return <ReplyCard key={entry.reply.id} thread={thread} reply={entry.reply} mayReply={mayReply} />;
        return (
          <CommentCard
            key={entry.comment.id}
            row={thread.row}
            comment={entry.comment}
            sub={entry.sub}
            among={guests > 1}
            chosen={entry.comment.id === chosenId}
            mayWork={mayWork}
            can={thread.channel.can.acts}
            moderations={thread.moderations}
            onAnswer={() => onAnswer(entry.comment.id)}
          />
        );
      })}
      <SlaLog clocks={thread.clocks} />
    </section>
  );
}
