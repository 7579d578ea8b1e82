import '../../styles/administration.css';
import { listPeople, type Person } from '@stammgast/shared/contract/team';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMay } from '../../api/me.ts';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { ColleagueTable } from './colleague-table.tsx';
import { HouseRegister } from './house-register.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonTable } from './person-table.tsx';

/** Administrators change the team; everybody else sees who is there. */
export function TeamPage() {
  return useMay('team.manage') ? <ManagedTeam /> : <VisibleTeam />;
}

function VisibleTeam() {
  const { t } = useTranslation('team');
  const colleagues = useQuery(colleaguesQuery);
  return (
    <Page title={t('title')} note={t('readOnly')}>
      {colleagues.isPending && <Skeleton lines={5} />}
      {colleagues.isError && (
        <Failed error={colleagues.error} title={t('failed')} onRetry={() => void colleagues.refetch()} />
      )}
      {colleagues.data && <ColleagueTable colleagues={colleagues.data} />}
    </Page>
  );
}

function ManagedTeam() {
  const { t } = useTranslation('team');
  const team = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => call(listPeople, { signal }) });
  const maySetUp = useMay('house.manage');
  const [inviting, setInviting] = useState(false);
  const [edited, setEdited] = useState<Person | null>(null);
  return (
    <Page
      title={t('title')}
      note={team.data && t('summary', { count: team.data.people.length })}
      actions={
        <Button kind="primary" icon="plus" onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      {team.isPending && <Skeleton lines={6} />}
      {team.isError && <Failed error={team.error} title={t('failed')} onRetry={() => void team.refetch()} />}
      {team.data && (
        <>
          <PersonTable people={team.data.people} onEdit={setEdited} />
          <InvitationList invitations={team.data.invitations} />
          {maySetUp && <HouseRegister />}
        </>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {edited && <PersonDialog person={edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
