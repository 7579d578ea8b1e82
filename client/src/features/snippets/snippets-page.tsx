import '../../styles/administration.css';
import type { Snippet } from '@stammgast/shared/contract/snippets';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { snippetsQuery } from '../../api/snippets.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { SnippetDialog } from './snippet-dialog.tsx';
import { SnippetList } from './snippet-list.tsx';
import { useRemoveSnippet } from './use-remove-snippet.ts';
import { ViewDialog } from './view-dialog.tsx';

/** Texts to begin answers with: all who answer read them, leads keep them. */
export function SnippetsPage() {
  const { t } = useTranslation('snippet-page');
  const mayManage = useMay('snippet.manage');
  const snippets = useQuery(snippetsQuery);
  const removing = useRemoveSnippet();
  const [open, setOpen] = useState<Snippet | 'new' | null>(null);
  const close = () => setOpen(null);
  const add = mayManage && (
    <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} note={t('lead')} actions={snippets.data && snippets.data.length > 0 && add}>
      {snippets.isPending && <Skeleton lines={8} />}
      {snippets.isError && (
        <Failed error={snippets.error} title={t('failed')} onRetry={() => void snippets.refetch()} />
      )}
      {snippets.data?.length === 0 && <NoSnippets add={add} />}
      {snippets.data && snippets.data.length > 0 && (
        <SnippetList
          snippets={snippets.data}
          mayManage={mayManage}
          onOpen={setOpen}
          onRemove={(snippet) => removing.mutate(snippet)}
        />
      )}
      {open === 'new' && <SnippetDialog onClose={close} />}
      {open && open !== 'new' && mayManage && <SnippetDialog snippet={open} onClose={close} />}
      {open && open !== 'new' && !mayManage && <ViewDialog snippet={open} onClose={close} />}
    </Page>
  );
}

function NoSnippets({ add }: { add: ReactNode }) {
  const { t } = useTranslation('snippet-page');
  return (
    <Empty title={t('empty.title')} action={add}>
      <p>{add ? t('empty.text') : t('empty.member')}</p>
    </Empty>
  );
}
