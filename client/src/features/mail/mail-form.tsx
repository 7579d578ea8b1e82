import { type MailSettings, mailSecurities, saveMailSettings } from '@stammgast/shared/contract/mail';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { type FormErrors, useForm } from '../../components/use-form.ts';

type Values = Record<'host' | 'port' | 'security' | 'user' | 'password' | 'senderName' | 'senderAddress', string>;
/** What mail servers usually listen on. */
const usualPorts = { tls: '465', starttls: '587', none: '25' } as const;

export function MailForm({ mail }: { mail: MailSettings | null }) {
  const { t } = useTranslation('mail');
  const me = useMe();
  const problemText = useProblemText('mail');
  const form = useForm<Values, HTMLFormElement>(valuesOf(mail, me.house.name), (values) => {
    const missing = (['host', 'senderName', 'senderAddress'] as const).filter((name) => values[name].trim() === '');
    const errors: FormErrors<Values> = Object.fromEntries(missing.map((name) => [name, t('required')]));
    if (!isPort(values.port)) errors.port = t('wrongPort');
    if (!errors.senderAddress && !isAddress(values.senderAddress)) errors.senderAddress = t('wrongAddress');
    return errors;
  });
  const saving = useSaving(() => form.set({ password: '' }));
  const { security } = form.values;
  return (
    <section className="sheet">
      <h2>{t('server.title')}</h2>
      <Form
        form={form}
        onSend={(values) => saving.mutate(bodyOf(values))}
        problem={saving.isError && problemText(saving.error)}
        acts={
          <Button kind="primary" type="submit" busy={saving.isPending}>
            {saving.isPending ? t('server.saving') : t('server.save')}
          </Button>
        }
      >
        <Field label={t('server.host')} autoComplete="off" maxLength={253} {...form.bind('host')} />
        <div className="pair">
          <SelectField
            label={t('server.security')}
            value={security}
            hint={security === 'none' && t('server.noneHint')}
            onChange={({ target }) => {
              const next = mailSecurities.find((one) => one === target.value) ?? 'tls';
              form.set({ security: next, port: usualPorts[next] });
            }}
          >
            {mailSecurities.map((one) => (
              <option key={one} value={one}>
                {t(`server.securities.${one}`)}
              </option>
            ))}
          </SelectField>
          <Field label={t('server.port')} inputMode="numeric" autoComplete="off" maxLength={5} {...form.bind('port')} />
        </div>
        <Field
          label={t('server.user')}
          hint={t('server.userHint')}
          autoComplete="off"
          maxLength={254}
          {...form.bind('user')}
        />
        <Field
          label={t('server.password')}
          hint={mail?.hasPassword ? t('server.passwordKept') : t('server.passwordHint')}
          type="password"
          autoComplete="new-password"
          maxLength={500}
          {...form.bind('password')}
        />
        <Field label={t('server.senderName')} autoComplete="off" maxLength={80} {...form.bind('senderName')} />
        <Field
          label={t('server.senderAddress')}
          type="email"
          autoComplete="off"
          maxLength={254}
          {...form.bind('senderAddress')}
        />
      </Form>
    </section>
  );
}

function useSaving(onSaved: () => void) {
  const { t } = useTranslation('mail');
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>) => call(saveMailSettings, { body }),
    onSuccess: (mail) => {
      client.setQueryData(['mail'], { mail });
      onSaved();
      toast.show({ title: t('server.saved') });
    },
  });
}

const isAddress = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());
const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

const valuesOf = (mail: MailSettings | null, houseName: string): Values => ({
  host: mail?.host ?? '',
  port: String(mail?.port ?? usualPorts.tls),
  security: mail?.security ?? 'tls',
  user: mail?.user ?? '',
  password: '',
  senderName: mail?.senderName ?? houseName,
  senderAddress: mail?.senderAddress ?? '',
});

const bodyOf = ({ host, port, security, user, password, senderName, senderAddress }: Values) => ({
  host: host.trim(),
  port: Number(port),
  security: mailSecurities.find((one) => one === security) ?? 'tls',
  user: user.trim() || null,
  senderName,
  senderAddress: senderAddress.trim(),
  ...(password === '' ? {} : { password }),
});
