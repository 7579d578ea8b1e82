import type { GuestView } from '@stammgast/shared/contract/guests';
import { useTranslation } from 'react-i18next';
import { timeZones } from '../../i18n/time-zones.ts';
import { timesOf } from '../../i18n/times.ts';

/** The comment, and what the house has answered there in public. */
export function Subject({ view }: { view: GuestView }) {
  const { t, i18n } = useTranslation(['guest', 'common']);
  const times = timesOf(i18n.language, timeZones().own);
  const { comment, answers } = view;
  const platform = t(`common:platforms.${comment.platform}`);
  return (
    <>
      <article className="said" aria-label={t('commentBy', { name: comment.authorName })}>
        <header>
          <b>{comment.authorName}</b>
          <span className="meta">{t('at', { platform, time: times.exact(comment.postedAt) })}</span>
        </header>
        <p lang={comment.language ?? undefined}>{comment.body}</p>
      </article>
      {answers.map((answer) => (
        <article className="said ours" key={answer.publishedAt} aria-label={t('answered', { house: view.houseName })}>
          <header>
            <b>{view.houseName}</b>
            <span className="meta">{times.exact(answer.publishedAt)}</span>
          </header>
          <p>{answer.body}</p>
        </article>
      ))}
    </>
  );
}
