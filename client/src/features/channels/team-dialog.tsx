import type { Channel } from '@stammgast/shared/contract/channels';
import { addTeam, changeTeam, longestTeamName, type Team } from '@stammgast/shared/contract/teams';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { ChannelName } from '../../components/channel-name.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { TickList } from '../../components/tick-list.tsx';
import { useToast } from '../../components/toast.tsx';
import { useFirstError } from '../../components/use-first-error.ts';

interface TeamDialogProps {
  /** null: a new one. */
  readonly team: Team | null;
  readonly channels: readonly Channel[];
  readonly onClose: () => void;
}

/** Its name, and which channels belong to it. */
export function TeamDialog({ team, channels, onClose }: TeamDialogProps) {
  const { t } = useTranslation('channels');
  const problemText = useProblemText('channels');
  const toast = useToast();
  const queryClient = useQueryClient();
  const [name, setName] = useState(team?.name ?? '');
  const [channelIds, setChannelIds] = useState<readonly string[]>(team?.channelIds ?? []);
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLDivElement>(tries);
  const nameless = name.trim() === '';
  const saving = useMutation({
    mutationFn: () => {
      const body = { name, channelIds: [...channelIds] };
      return team ? call(changeTeam, { params: { teamId: team.id }, body }) : call(addTeam, { body });
    },
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: ['channels'] });
      toast.show({ title: t('teams.saved', { name: saved.name }) });
      onClose();
    },
  });
  const submit = () => {
    setTries((count) => count + 1);
    if (!nameless) saving.mutate();
  };
  const choices = channels.map(({ id, platform, name: label, team: other }) => ({
    id,
    label: (
      <>
        <ChannelName platform={platform} name={label} />
        {other && other.id !== team?.id && <small className="muted"> {t('teams.isIn', { name: other.name })}</small>}
      </>
    ),
  }));
  return (
    <Dialog
      title={team ? t('teams.editOf', { name: team.name }) : t('teams.add')}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={saving.isPending}>
            {saving.isPending ? t('form.saving') : t('form.save')}
          </Button>
        </>
      }
    >
      <div className="form" ref={frame}>
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
        <Field
          label={t('teams.name')}
          value={name}
          maxLength={longestTeamName}
          autoComplete="off"
          data-autofocus
          error={tries > 0 && nameless && t('form.required')}
          onChange={(event) => setName(event.target.value)}
        />
        <TickList
          legend={t('teams.channels')}
          hint={t('teams.channelsHint')}
          choices={choices}
          chosen={channelIds}
          onChange={setChannelIds}
        />
      </div>
    </Dialog>
  );
}
