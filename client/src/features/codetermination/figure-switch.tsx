import { type Codetermination, switchPersonFigures } from '@stammgast/shared/contract/figures';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { useForm } from '../../components/use-form.ts';
import { useTimes } from '../../components/use-times.ts';

/** On or off, never without a reason. */
export function FigureSwitch({ perPerson }: { perPerson: Codetermination['perPerson'] }) {
  const { t } = useTranslation('codetermination');
  const problemText = useProblemText('codetermination');
  const client = useQueryClient();
  const toast = useToast();
  const form = useForm<{ reason: string }, HTMLFormElement>({ reason: '' }, ({ reason }) =>
    reason.trim() === '' ? { reason: t('switch.required') } : {},
  );
  const saving = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      call(switchPersonFigures, { body: { perPerson: !perPerson.on, reason: reason.trim() } }),
    onSuccess: (changed) => {
      client.setQueryData(['codetermination'], changed);
      form.set({ reason: '' });
      toast.show({ title: t('switch.saved') });
    },
  });
  return (
    <section className="sheet">
      <h2>{t('switch.title')}</h2>
      <Standing perPerson={perPerson} />
      <Form
        form={form}
        onSend={(values) => saving.mutate(values)}
        problem={saving.isError && problemText(saving.error)}
        acts={
          <Button kind={perPerson.on ? 'plain' : 'primary'} type="submit" busy={saving.isPending}>
            {saving.isPending ? t('switch.saving') : t(perPerson.on ? 'switch.turnOff' : 'switch.turnOn')}
          </Button>
        }
      >
        <Field
          label={t('switch.reason')}
          hint={t('switch.reasonHint')}
          autoComplete="off"
          maxLength={500}
          {...form.bind('reason')}
        />
      </Form>
    </section>
  );
}

function Standing({ perPerson: { on, at, personName, reason } }: { perPerson: Codetermination['perPerson'] }) {
  const { t } = useTranslation('codetermination');
  const times = useTimes();
  if (at === null) return <p>{t('switch.neverOn')}</p>;
  return (
    <p>
      <b>{t(on ? 'switch.on' : 'switch.off')}</b>{' '}
      {t('switch.since', { at: times.exact(at), name: personName ?? '–', reason })}
    </p>
  );
}
