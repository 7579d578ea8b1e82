import type { Snippet } from '@stammgast/shared/contract/snippets';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';

interface SnippetTableProps {
  readonly snippets: readonly Snippet[];
  readonly mayManage: boolean;
  readonly onOpen: (snippet: Snippet) => void;
  readonly onRemove: (snippet: Snippet) => void;
}

export function SnippetTable({ snippets, mayManage, onOpen, onRemove }: SnippetTableProps) {
  const { t } = useTranslation('snippet-page');
  const channels = useQuery(channelsQuery);
  const channelName = (channelId: string | null) =>
    channelId === null ? t('all') : (channels.data?.find(({ id }) => id === channelId)?.name ?? t('gone'));
  return (
    <Table
      caption={t('table.label')}
      head={
        <>
          {(['name', 'language', 'channel', 'du'] as const).map((column) => (
            <th scope="col" key={column}>
              {t(`table.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="sr">{t('table.actions')}</span>
          </th>
        </>
      }
    >
      {snippets.map((snippet) => (
        <tr key={snippet.id}>
          <th scope="row">{snippet.name}</th>
          <td>{t(`language.${snippet.language}`)}</td>
          <td>{channelName(snippet.channelId)}</td>
          <td>{snippet.bodyDu === null ? <span className="muted">{t('table.no')}</span> : t('table.yes')}</td>
          <td className="acts-cell">
            <span className="row-acts">
              <Button
                kind="quiet"
                icon={mayManage ? 'pencil' : 'eye'}
                onClick={() => onOpen(snippet)}
                aria-label={t(mayManage ? 'table.editOf' : 'table.viewOf', { name: snippet.name })}
              >
                {t(mayManage ? 'table.edit' : 'table.view')}
              </Button>
              {mayManage && (
                <IconButton
                  icon="trash"
                  label={t('table.removeOf', { name: snippet.name })}
                  onClick={() => onRemove(snippet)}
                />
              )}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
