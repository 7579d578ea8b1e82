import type { SlaPolicy } from '@stammgast/shared/contract/sla';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Mood } from '../../components/mood.tsx';
import { Table } from '../../components/table.tsx';
import { durationWords } from '../../i18n/duration.ts';
import { languageName } from './languages.ts';

interface PolicyTableProps {
  readonly policies: readonly SlaPolicy[];
  readonly mayManage: boolean;
  readonly onEdit: (policy: SlaPolicy) => void;
  readonly onRemove: (policy: SlaPolicy) => void;
  /** The ids of all but the default one, in their new order. */
  readonly onOrder: (policyIds: string[]) => void;
}

export function PolicyTable({ policies, mayManage, onEdit, onRemove, onOrder }: PolicyTableProps) {
  const { t } = useTranslation('deadlines');
  const ids = policies.filter((policy) => !policy.isDefault).map((policy) => policy.id);
  const move = (index: number, by: -1 | 1) => onOrder(moved(ids, index, by));
  return (
    <Table
      caption={t('policies.label')}
      head={
        <>
          {(['position', 'name', 'conditions', 'first', 'next', 'resolution'] as const).map((column) => (
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
                {!policy.isDefault && (
                  <>
                    <IconButton
                      icon="up"
                      label={t('policies.upOf', { name: policy.name })}
                      disabled={index === 0}
                      onClick={() => move(index, -1)}
                    />
                    <IconButton
                      icon="down"
                      label={t('policies.downOf', { name: policy.name })}
                      disabled={index === ids.length - 1}
                      onClick={() => move(index, 1)}
                    />
                  </>
                )}
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

function moved(ids: readonly string[], index: number, by: -1 | 1): string[] {
  const next = [...ids];
  const [id] = next.splice(index, 1);
  if (id) next.splice(index + by, 0, id);
  return next;
}

function PolicyCells({ policy }: { policy: SlaPolicy }) {
  const { t } = useTranslation(['deadlines', 'durations']);
  const target = (minutes: number | null) =>
    minutes === null ? <span className="muted">{t('policies.none')}</span> : durationWords(t, minutes);
  return (
    <>
      <th scope="row">
        <span className="two-lines">
          {policy.name}
          <small>{policy.isDefault ? t('policies.default') : t('version', { version: policy.version })}</small>
        </span>
      </th>
      <td>
        <PolicyScope policy={policy} />
      </td>
      <td className="nowrap">{target(policy.firstMinutes)}</td>
      <td className="nowrap">{target(policy.nextMinutes)}</td>
      <td className="nowrap">{target(policy.resolutionMinutes)}</td>
    </>
  );
}

/** What a policy is for, in words; all of it has to be true. */
function PolicyScope({ policy: { sentiment, channelId, urgency, author, language, tag } }: { policy: SlaPolicy }) {
  const { t, i18n } = useTranslation('deadlines');
  const channels = useQuery(channelsQuery);
  const words = [
    channelId && (channels.data?.find(({ id }) => id === channelId)?.name ?? t('policies.gone')),
    urgency && t(`urgency.${urgency}`),
    author && t(`author.${author}`),
    language && languageName(language, i18n.language),
    tag && t('policies.tagged', { tag }),
  ].filter((word) => word !== null);
  if (!sentiment && words.length === 0) return t('policies.any');
  return (
    <span className="scope">
      {sentiment && <Mood sentiment={sentiment} />}
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </span>
  );
}
