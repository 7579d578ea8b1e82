import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { colleaguesQuery } from '../../../api/people-and-channels.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { IconButton } from '../../../components/button.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import type { useWork } from './use-work.ts';

export const assignButtonId = 'assign-menu';

/** Who answers: I, a colleague, nobody. */
export function AssignMenu({ row, work }: { row: ThreadRow; work: ReturnType<typeof useWork> }) {
  const { t } = useTranslation(['inbox', 'common']);
  const me = useMe();
  const colleagues = (useQuery(colleaguesQuery).data ?? []).filter(
    (one) =>
      one.active &&
      one.role !== 'supervisor' &&
      one.id !== me.id &&
      (one.channelIds === null || one.channelIds.includes(row.channelId)),
  );
  const item = (id: string | null, name: string) => (
    <MenuItem key={id ?? 'nobody'} checked={row.assigneeId === id} onChoose={() => work.assign(row, id, name)}>
      {id !== null && <Avatar name={name} />}
      {id === me.id ? t('assignToMe') : name}
    </MenuItem>
  );
  return (
    <Menu
      label={t('assign')}
      button={(props) => (
        <IconButton icon="assign" label={t('assign')} command="assign" data-command={assignButtonId} {...props} />
      )}
    >
      {item(me.id, me.name)}
      {colleagues.map((one) => item(one.id, one.name))}
      <hr />
      {item(null, t('common:nobody'))}
    </Menu>
  );
}
