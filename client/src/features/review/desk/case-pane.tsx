import type { ReviewCase, Utterance } from '@stammgast/shared/contract/review';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../../components/ago.tsx';
import { Avatar } from '../../../components/avatar.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { KeyTag } from '../../../components/key-tag.tsx';
import { Mood } from '../../../components/mood.tsx';
import { PlatformIcon } from '../../../components/platform-icon.tsx';
import { AnswerText } from './answer-text.tsx';
import { Hints, Sealed } from './hints.tsx';
import { Timeline } from './timeline.tsx';
import { usePointed } from './use-pointed.ts';

interface CasePaneProps {
  readonly shown: ReviewCase;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** The whole exchange: the critic’s words and ours side by side, what led there, and what came of it. */
export function CasePane({ shown, onNext, onBack }: CasePaneProps) {
  const { t } = useTranslation(['review', 'common']);
  const { sample, comment, answer, before, after, hints } = shown;
  const pointed = usePointed(hints);
  return (
    <section className="case" aria-label={t('case.named', { number: sample.number })}>
      <header className="rhead">
        <div className="line">
          <IconButton icon="back" label={t('case.back')} className="back" onClick={onBack} />
          <h2 className="title ellip">{sample.guestName}</h2>
          <Link to="/inbox/$threadId" params={{ threadId: sample.threadId }} search={{}} title={t('case.open')}>
            <KeyTag>{sample.number}</KeyTag>
          </Link>
          <span className="meta channel">
            <PlatformIcon platform={sample.platform} />
            <span className="ellip">{sample.channelName}</span>
          </span>
          <span className="end">
            <Button command="next" onClick={onNext}>
              {t('case.next')}
            </Button>
          </span>
        </div>
        <Timeline moments={shown.timeline} />
      </header>
      <Others label={t('case.before')} of={before} />
      <div className="pair">
        <article lang={comment?.language ?? undefined} aria-label={t('case.comment')}>
          <h3 className="label">{t('case.comment')}</h3>
          {comment ? (
            <p className="voice">{textOf(comment, t('case.gone'))}</p>
          ) : (
            <p className="muted">{t('case.gone')}</p>
          )}
          {comment?.sentiment && (
            <p className="meta after">
              <Mood sentiment={comment.sentiment} />
              {shown.topics.length > 0 && ` · ${shown.topics.map((topic) => t(`common:topics.${topic}`)).join(', ')}`}
            </p>
          )}
        </article>
        <article aria-label={t('case.answer')}>
          <h3 className="label">
            {t('case.answer')}
            <AuthorBadge shown={shown} />
          </h3>
          {answer ? (
            <>
              <AnswerText text={answer.body} marks={pointed.marks} />
              <p className="meta after">
                {t('case.length', { n: [...answer.body].length, register: t(`case.${shown.register}`) })}
              </p>
            </>
          ) : (
            <p className="muted">{t('case.noAnswer')}</p>
          )}
        </article>
      </div>
      {hints ? <Hints hints={hints} pointed={pointed} /> : <Sealed author={shown.authorName === null} />}
      <Others label={t('case.after')} of={after} />
    </section>
  );
}

function AuthorBadge({ shown }: { shown: ReviewCase }): ReactNode {
  const { t } = useTranslation('review');
  if (!shown.answer) return null;
  if (shown.authorName !== null) return <span className="badge">{shown.authorName}</span>;
  return (
    <span className="badge">
      <Icon name="hide" />
      {t('case.hidden')}
    </span>
  );
}

const textOf = (one: Utterance, gone: string): string => (one.body === '' ? gone : one.body);

function Others({ label, of }: { label: string; of: readonly Utterance[] }) {
  const { t } = useTranslation('review');
  if (of.length === 0) return null;
  return (
    <section className="react">
      <h3 className="label">{label}</h3>
      {of.map((one) => (
        <article key={one.id} className="line" lang={one.language ?? undefined}>
          <Avatar name={one.guestName ?? t('case.house')} guest={one.guestName !== null} size="m" />
          <div>
            <b>{one.guestName ?? t('case.house')}</b> <Ago className="meta" at={one.at} />
            {one.gone && <span className="meta"> · {t('case.gone')}</span>}
            {one.guestName === null ? (
              <AnswerText text={one.body} marks={[]} />
            ) : (
              <p className="voice small">{one.body}</p>
            )}
          </div>
        </article>
      ))}
    </section>
  );
}
