import {
  addReportSchedule,
  changeReportSchedule,
  type ReportQuestion,
  type ReportSchedule,
  type ReportScheduleBody,
} from '@stammgast/shared/contract/reports';
import type { Colleague, Locale } from '@stammgast/shared/contract/team';
import { asLocale } from '@stammgast/shared/domain/locale';
import { mayEver } from '@stammgast/shared/domain/permissions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { channelsQuery, colleaguesQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Check, Field, SelectField } from '../../components/field.tsx';
import { LocaleOptions } from '../../components/locale-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { useFirstError } from '../../components/use-first-error.ts';

type Recipients = ReportScheduleBody['recipients'];
interface ScheduleFormProps {
  readonly question: ReportQuestion;
  readonly schedule: ReportSchedule | null;
  readonly onClose: () => void;
}

/** Name, rhythm and recipients of a report by e-mail. */
export function ScheduleForm({ question, schedule, onClose }: ScheduleFormProps) {
  const { t } = useTranslation('reports');
  const problemText = useProblemText('reports');
  const toast = useToast();
  const queryClient = useQueryClient();
  const [name, setName] = useState(schedule?.name ?? '');
  const [cadence, setCadence] = useState(schedule?.cadence ?? 'weekly');
  const [recipients, setRecipients] = useState<Recipients>(schedule?.recipients ?? []);
  const [evenEmpty, setEvenEmpty] = useState(schedule?.evenEmpty ?? false);
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLDivElement>(tries);
  const { by, channel, team, policy, sentiment, topic } = schedule ?? question;
  const saving = useMutation({
    mutationFn: () => {
      const grain = cadence === 'weekly' ? ('day' as const) : ('week' as const);
      const body = { name, cadence, recipients, evenEmpty, grain, by, channel, team, policy, sentiment, topic };
      return schedule
        ? call(changeReportSchedule, { params: { scheduleId: schedule.id }, body })
        : call(addReportSchedule, { body });
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: ['report-schedules'] });
      toast.show({ title: t('schedules.saved', { name: saved.name }) });
      onClose();
    },
  });
  const submit = () => {
    setTries((count) => count + 1);
    if (name.trim() !== '' && recipients.length > 0) saving.mutate();
  };
  return (
    <Dialog
      title={schedule ? t('schedules.editOf', { name: schedule.name }) : t('schedules.add')}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('schedules.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={saving.isPending}>
            {t('schedules.save')}
          </Button>
        </>
      }
    >
      <div className="form" ref={frame}>
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
        <p>{t('schedules.scope', { by: t(`by.${by}`) })}</p>
        <Field
          label={t('schedules.name')}
          value={name}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          error={tries > 0 && name.trim() === '' && t('schedules.required')}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('schedules.cadence')}
          value={cadence}
          onChange={(event) => setCadence(event.target.value === 'monthly' ? 'monthly' : 'weekly')}
        >
          <option value="weekly">{t('schedules.weekly')}</option>
          <option value="monthly">{t('schedules.monthly')}</option>
        </SelectField>
        <People channel={channel} team={team} recipients={recipients} onChange={setRecipients} missing={tries > 0} />
        <Check
          label={t('schedules.evenEmpty')}
          checked={evenEmpty}
          onChange={(event) => setEvenEmpty(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

interface PeopleProps {
  readonly channel: string | undefined;
  readonly team: string | undefined;
  readonly recipients: Recipients;
  readonly onChange: (recipients: Recipients) => void;
  readonly missing: boolean;
}

/** People of the house who may read it, each with the language of their mail. */
function People({ channel, team, recipients, onChange, missing }: PeopleProps) {
  const { t, i18n } = useTranslation('reports');
  const ofTeam = (useQuery(channelsQuery).data ?? []).filter((one) => one.team?.id === team).map(({ id }) => id);
  const wanted = [...(channel === undefined ? [] : [[channel]]), ...(team === undefined ? [] : [ofTeam])];
  const people = (useQuery(colleaguesQuery).data ?? []).filter((person) => mayRead(person, wanted));
  const chosen = new Map(recipients.map((one) => [one.personId, one.language]));
  const set = (personId: string, language: Locale | null) =>
    onChange([...recipients.filter((one) => one.personId !== personId), ...(language ? [{ personId, language }] : [])]);
  const error = useId();
  const isMissing = missing && recipients.length === 0;
  return (
    <fieldset className="group" aria-describedby={isMissing ? error : undefined}>
      <legend>{t('schedules.recipients')}</legend>
      <p className="hint">{t('schedules.rights')}</p>
      <ul className="recipients">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Check
              label={name}
              checked={chosen.has(id)}
              onChange={(event) => set(id, event.target.checked ? asLocale(i18n.language) : null)}
            />
            {chosen.has(id) && (
              <select
                className="input"
                aria-label={t('schedules.languageOf', { name })}
                value={chosen.get(id)}
                onChange={(event) => set(id, asLocale(event.target.value))}
              >
                <LocaleOptions />
              </select>
            )}
          </li>
        ))}
      </ul>
      {isMissing && (
        <span className="err" id={error}>
          {t('schedules.nobody')}
        </span>
      )}
    </fieldset>
  );
}

/** They have to see one channel at least of each group. */
const mayRead = ({ role, active, channelIds }: Colleague, groups: readonly (readonly string[])[]): boolean =>
  active &&
  mayEver(role, 'report.read') &&
  groups.every((ids) => channelIds === null || ids.some((id) => channelIds.includes(id)));
