import { type DraftKind, listDraftVersions } from '@stammgast/shared/contract/drafts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Ago } from '../../../components/ago.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Failed, Skeleton } from '../../../components/states.tsx';

interface VersionsDialogProps {
  readonly threadId: string;
  readonly kind: DraftKind;
  readonly onRestore: (body: string) => void;
  readonly onClose: () => void;
}

/** Earlier texts of one's own, for 30 days. The text that one replaces becomes an earlier one itself. */
export function VersionsDialog({ threadId, kind, onRestore, onClose }: VersionsDialogProps) {
  const { t } = useTranslation(['guards', 'common', 'inbox']);
  const { data, error, refetch } = useQuery({
    queryKey: ['draft-versions', threadId],
    queryFn: ({ signal }) => call(listDraftVersions, { params: { threadId }, signal }),
    staleTime: 0,
  });
  const versions = data?.versions.filter((version) => version.kind === kind);
  return (
    <Dialog
      wide
      title={t('inbox:drafts.earlier')}
      onClose={onClose}
      footer={
        <Button data-autofocus onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      {error && <Failed error={error} title={t('drafts.earlierFailed')} onRetry={() => void refetch()} />}
      {!versions && !error && <Skeleton lines={3} />}
      {versions?.length === 0 && <p>{t('drafts.noEarlier')}</p>}
      <ul className="changes">
        {versions?.map(({ id, body, savedAt }) => (
          <li key={id}>
            <Ago className="meta" at={savedAt} />
            <blockquote>{body}</blockquote>
            <Button size="sm" onClick={() => onRestore(body)}>
              {t('drafts.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
