import type { SlaPolicy } from '@stammgast/shared/contract/sla';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Mood } from '../../components/mood.tsx';
import { Table } from '../../components/table.tsx';
import { durationWords } from '../../i18n/duration.ts';

interface PolicyTableProps {
  readonly policies: readonly SlaPolicy[];
  readonly mayManage: boolean;
  readonly onEdit: (policy: SlaPolicy) => void;
  readonly onRemove: (policy: SlaPolicy) => void;
}

export function PolicyTable({ policies, mayManage, onEdit, onRemove }: PolicyTableProps) {
  const { t } = useTranslation('deadlines');
  return (
    <Table
      caption={t('policies.label')}
      head={
        <>
          {(['position', 'name', 'sentiment', 'channel', 'first', 'next', 'resolution'] as const).map((column) => (
            <th scope="col" key={column}>
              {t(`policies.${column}`)}
            </th>
          ))}
          {mayManage && (
            <th scope="col">
              <span className="sr">{t('policies.actions')}</span>
            </th>
          )}
        </>
      }
    >
      {policies.map((policy, index) => (
        <tr key={policy.id}>
          <td>{index + 1}</td>
          <PolicyCells policy={policy} />
          {mayManage && (
            <td className="acts-cell">
              <span className="row-acts">
                <Button
                  kind="quiet"
                  icon="pencil"
                  onClick={() => onEdit(policy)}
                  aria-label={t('policies.editOf', { name: policy.name })}
                >
                  {t('policies.edit')}
                </Button>
                {!policy.isDefault && (
                  <IconButton
                    icon="trash"
                    label={t('policies.removeOf', { name: policy.name })}
                    onClick={() => onRemove(policy)}
                  />
                )}
              </span>
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

function PolicyCells({ policy }: { policy: SlaPolicy }) {
  const { t } = useTranslation(['deadlines', 'durations']);
  const channels = useQuery(channelsQuery);
  const channelName =
    policy.channelId === null
      ? t('policies.any')
      : (channels.data?.find(({ id }) => id === policy.channelId)?.name ?? t('policies.gone'));
  const target = (minutes: number | null) =>
    minutes === null ? <span className="muted">{t('policies.none')}</span> : durationWords(t, minutes);
  return (
    <>
      <th scope="row">
        <span className="two-lines">
          {policy.name}
          {policy.isDefault && <small>{t('policies.default')}</small>}
        </span>
      </th>
      <td>{policy.sentiment ? <Mood sentiment={policy.sentiment} /> : t('policies.any')}</td>
      <td>{channelName}</td>
      <td className="nowrap">{target(policy.firstMinutes)}</td>
      <td className="nowrap">{target(policy.nextMinutes)}</td>
      <td className="nowrap">{target(policy.resolutionMinutes)}</td>
    </>
  );
}
