import { type Draft, listDrafts } from '@stammgast/shared/contract/drafts';
import type { Thread } from '@stammgast/shared/contract/threads';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMay, useMe } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useLive } from '../../../live/live.tsx';
import { useColleaguesAt } from '../../../live/presence.ts';
import { useDrafts } from '../composer/use-draft.ts';

/** Often enough to read along, seldom enough for a house full of readers. */
const READ_ALONG_MS = 2000;

/** What colleagues are writing here and share, as it grows. Their words can be taken on in one's own draft. */
export function ColleagueDrafts({ thread }: { thread: Thread }) {
  const { t } = useTranslation('guards');
  const { id: me } = useMe();
  const { paused } = useLive();
  const threadId = thread.row.id;
  const writes = useColleaguesAt(threadId).some(({ level }) => level === 'writes');
  const shared = thread.drafts.filter((draft) => draft.personId !== me);
  const { data } = useQuery({
    queryKey: ['drafts-along', threadId],
    queryFn: ({ signal }) => call(listDrafts, { params: { threadId }, signal }),
    enabled: writes || shared.length > 0,
    refetchInterval: writes && !paused ? READ_ALONG_MS : false,
  });
  const newest = (data?.drafts ?? shared).filter((draft) => draft.personId !== me);
  if (newest.length === 0) return null;
  return (
    <section className="guard along" aria-label={t('drafts.along')}>
      {newest.map((draft) => (
        <Along key={`${draft.personId} ${draft.kind}`} draft={draft} thread={thread} />
      ))}
    </section>
  );
}

function Along({ draft, thread }: { draft: Draft; thread: Thread }) {
  const { t } = useTranslation('guards');
  const drafts = useDrafts();
  const mayReply = useMay('reply.write');
  const { kind, personName, body, commentId } = draft;
  const takeOn = () =>
    drafts.change(thread.row.id, { [kind]: body, ...(commentId ? { commentId } : {}), keep: true }, thread.row);
  return (
    <details>
      <summary>
        <Icon name="right" />
        {t(`drafts.of.${kind}`, { name: personName })}
      </summary>
      <blockquote>{body}</blockquote>
      {(mayReply || kind === 'note') && (
        <Button size="sm" onClick={takeOn}>
          {t('drafts.takeOn')}
        </Button>
      )}
    </details>
  );
}
