import { type Me, setUpHouse } from '@stammgast/shared/contract/session';
import { asLocale } from '@stammgast/shared/domain/locale';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { KeyTag } from '../../components/key-tag.tsx';
import { LocaleField } from '../../components/locale-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useForm } from '../../components/use-form.ts';
import { changeLocale } from '../../i18n/setup.ts';
import { timeZones } from '../../i18n/time-zones.ts';
import { KeyHints } from './key-hints.tsx';

type Values = { houseName: string; timeZone: string; name: string; email: string; password: string };

export function SetUpForm({ token, onDone }: { token: string; onDone: (me: Me) => void }) {
  const { t, i18n } = useTranslation('set-up');
  const problemText = useProblemText('set-up');
  const [zones] = useState(timeZones);
  const form = useForm<Values, HTMLFormElement>(
    { houseName: '', timeZone: zones.own, name: '', email: '', password: '' },
    (values) => ({
      ...(values.houseName.trim() === '' && { houseName: t('field.required') }),
      ...(values.name.trim() === '' && { name: t('field.required') }),
      ...(!/^\S+@\S+\.\S+$/.test(values.email.trim()) && { email: t('field.email') }),
      ...(values.password.length < 12 && { password: t('field.password') }),
    }),
  );
  const setUp = useMutation({
    mutationFn: (values: Values) =>
      call(setUpHouse, {
        body: { ...values, email: values.email.trim(), token, locale: asLocale(i18n.language) },
      }),
    onSuccess: onDone,
  });
  return (
    <form
      ref={form.frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit((values) => setUp.mutate(values));
      }}
    >
      <ol className="steps">
        <li aria-current="step">
          <KeyTag kind="big full">1</KeyTag>
          <div>
            <h2>{t('house.title')}</h2>
            <div className="form">
              <Field
                label={t('house.name')}
                hint={t('house.nameHint')}
                autoComplete="organization"
                maxLength={80}
                required
                autoFocus
                {...form.bind('houseName')}
              />
              <div className="pair">
                <SelectField label={t('house.timeZone')} hint={t('house.timeZoneHint')} {...form.bind('timeZone')}>
                  {zones.all.map((zone) => (
                    <option key={zone}>{zone}</option>
                  ))}
                </SelectField>
                <LocaleField
                  label={t('house.locale')}
                  value={i18n.language}
                  onChoose={(locale) => void changeLocale(locale)}
                />
              </div>
            </div>
          </div>
        </li>
        <li>
          <KeyTag kind="big full">2</KeyTag>
          <div>
            <h2>{t('access.title')}</h2>
            <p className="muted">{t('access.note')}</p>
            <div className="form">
              <Field label={t('access.name')} autoComplete="name" maxLength={80} required {...form.bind('name')} />
              <Field
                label={t('access.email')}
                type="email"
                autoComplete="username"
                maxLength={254}
                required
                {...form.bind('email')}
              />
              <Field
                label={t('access.password')}
                hint={t('access.passwordHint')}
                type="password"
                autoComplete="new-password"
                maxLength={128}
                required
                {...form.bind('password')}
              />
              {setUp.isError && <Notice kind="error">{problemText(setUp.error)}</Notice>}
            </div>
            <p className="form-acts">
              <Button kind="primary" size="lg" type="submit" busy={setUp.isPending}>
                {setUp.isPending ? t('busy') : t('submit')}
              </Button>
            </p>
          </div>
        </li>
        <Later number={3} title={t('channel.title')} text={t('channel.text')} />
        <Later number={4} title={t('team.title')} text={t('team.text')} />
        <li>
          <KeyTag kind="big off">5</KeyTag>
          <div>
            <h2>{t('keys.title')}</h2>
            <KeyHints />
          </div>
        </li>
      </ol>
    </form>
  );
}

function Later({ number, title, text }: { number: number; title: string; text: string }) {
  return (
    <li>
      <KeyTag kind="big off">{number}</KeyTag>
      <div>
        <h2>{title}</h2>
        <p className="muted">{text}</p>
      </div>
    </li>
  );
}
