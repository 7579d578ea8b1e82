import '../../../styles/administration.css';
import { type GuestLink, inviteGuest } from '@stammgast/shared/contract/guests';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field, SelectField, TextField } from '../../../components/field.tsx';
import { LinkDialog } from '../../../components/link-dialog.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';
import { useForm } from '../../../components/use-form.ts';
import { GuestList } from './guest-list.tsx';
import { guestsKey } from './guests-query.ts';

type About = { purpose: 'approve'; replyId: string } | { purpose: 'write'; commentId: string };
interface GuestDialogProps {
  readonly threadId: string;
  readonly about: About;
  readonly onClose: () => void;
}

/** How long a link may be valid, in hours. */
const spans = [24, 48, 168] as const;

/** A link for one person outside, who writes or releases this one answer without an account. */
export function GuestDialog({ threadId, about, onClose }: GuestDialogProps) {
  const { t } = useTranslation('approval');
  const [made, setMade] = useState<{ guest: GuestLink; link: string } | null>(null);
  return made ? (
    <LinkDialog
      words={{
        title: t('link.title', { name: made.guest.guestName }),
        once: t('link.once'),
        label: t('link.label'),
        done: t('link.done'),
      }}
      link={made.link}
      onClose={onClose}
    />
  ) : (
    <InviteForm threadId={threadId} about={about} onClose={onClose} onMade={setMade} />
  );
}

interface InviteFormProps extends GuestDialogProps {
  readonly onMade: (made: { guest: GuestLink; link: string }) => void;
}

function InviteForm({ threadId, about, onClose, onMade }: InviteFormProps) {
  const { t } = useTranslation(['approval', 'common']);
  const problemText = useProblemText('approval');
  const client = useQueryClient();
  const form = useForm({ guestName: '', request: '', hours: '48' }, ({ guestName }) => ({
    ...(guestName.trim() === '' && { guestName: t('guestDialog.nameMissing') }),
  }));
  const inviting = useMutation({
    mutationFn: ({ guestName, request, hours }: typeof form.values) =>
      call(inviteGuest, {
        params: { threadId },
        body: {
          ...about,
          guestName: guestName.trim(),
          ...(request.trim() !== '' && { request: request.trim() }),
          hours: Number(hours),
        },
      }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: guestsKey(threadId) });
      onMade(made);
    },
  });
  return (
    <Dialog
      wide
      title={t(`guestDialog.title.${about.purpose}`)}
      onClose={onClose}
      onSubmit={() => form.submit((values) => inviting.mutate(values))}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={inviting.isPending}>
            {t('guestDialog.submit')}
          </Button>
        </>
      }
    >
      <div className="form" ref={form.frame}>
        <p>{t(`guestDialog.text.${about.purpose}`)}</p>
        {inviting.isError && <Notice kind="error">{problemText(inviting.error)}</Notice>}
        <div className="pair">
          <Field
            label={t('guestDialog.name')}
            hint={t('guestDialog.nameHint')}
            autoComplete="off"
            maxLength={80}
            data-autofocus="true"
            {...form.bind('guestName')}
          />
          <SelectField label={t('guestDialog.hours')} {...form.bind('hours')}>
            {spans.map((hours) => (
              <option key={hours} value={hours}>
                {t(`guestDialog.spans.${hours}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField
          label={t('guestDialog.request')}
          hint={t('guestDialog.requestHint')}
          rows={3}
          maxLength={2000}
          value={form.values.request}
          onChange={(event) => form.set({ request: event.target.value })}
        />
        <GuestList threadId={threadId} />
      </div>
    </Dialog>
  );
}
