import {
  longestOwnAddress,
  mostOwnAddresses,
  type Platform,
  type SettingsField,
} from '@stammgast/shared/contract/channels';
import { useTranslation } from 'react-i18next';
import { Check, Field, SelectField, TextField } from '../../components/field.tsx';
import { type ChannelForm, channelLanguages } from './use-channel-form.ts';

/** Where the channel is and how to get in, as its connector asks. */
export function ConnectionFields({ platform, form }: { platform: Platform; form: ChannelForm }) {
  const { t } = useTranslation('channels');
  const { basics, change, errors } = form;
  return (
    <>
      {form.fields.map((field) => (
        <SettingField
          key={field.name}
          platform={platform}
          field={field}
          form={form}
          error={errors[field.name] && t(`form.${errors[field.name]}`)}
        />
      ))}
      {form.fields.some((field) => field.kind === 'url') && (
        <Check
          label={
            <>
              {t('form.private')}
              <small>{t('form.privateHint')}</small>
            </>
          }
          checked={basics.allowPrivateAddress}
          onChange={(event) => change({ allowPrivateAddress: event.target.checked })}
        />
      )}
    </>
  );
}

/** How the channel is treated here: the same for all platforms. */
export function TreatmentFields({ form }: { form: ChannelForm }) {
  const { t } = useTranslation('channels');
  const { basics, change, errors } = form;
  return (
    <>
      <Field
        label={t('form.name')}
        hint={t('form.nameHint')}
        error={errors.name && t(`form.${errors.name}`)}
        value={basics.name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => change({ name: event.target.value })}
      />
      <div className="pair">
        <SelectField
          label={t('form.register')}
          value={basics.replyRegister}
          onChange={(event) => change({ replyRegister: event.target.value === 'du' ? 'du' : 'sie' })}
        >
          <option value="sie">{t('register.sie')}</option>
          <option value="du">{t('register.du')}</option>
        </SelectField>
        <SelectField
          label={t('form.language')}
          hint={t('form.languageHint')}
          value={basics.language ?? ''}
          onChange={(event) => change({ language: channelLanguages.find((one) => one === event.target.value) ?? null })}
        >
          <option value="">{t('language.auto')}</option>
          {channelLanguages.map((language) => (
            <option key={language} value={language}>
              {t(`language.${language}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField
        label={t('form.ownAddresses')}
        hint={t('form.ownAddressesHint')}
        error={
          errors.ownAddresses &&
          t(`form.${errors.ownAddresses}`, { most: mostOwnAddresses, longest: longestOwnAddress })
        }
        value={basics.ownAddresses}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change({ ownAddresses: event.target.value })}
      />
    </>
  );
}

const inputTypes = {
  text: 'text',
  url: 'url',
  secret: 'password',
  number: 'text',
  boolean: 'text',
  choice: 'text',
} as const;

interface SettingFieldProps {
  readonly platform: Platform;
  readonly field: SettingsField;
  readonly form: ChannelForm;
  readonly error: string | undefined;
}

/** One field as the connector declares it. A connector without words of its own shows the field's name. */
function SettingField({ platform, field, form, error }: SettingFieldProps) {
  const { t, i18n } = useTranslation('channels');
  const key = `${platform}.${field.name}`;
  const label = t(key, { defaultValue: field.name });
  const ownHint = i18n.exists(`channels:${key}Hint`) ? t(`${key}Hint`) : undefined;
  const hint = form.keeping && field.kind === 'secret' ? t('form.secretKept') : ownHint;
  const value = form.values[field.name];
  const set = (next: string | boolean) => form.changeValue(field.name, next);
  if (field.kind === 'boolean') {
    return <Check label={label} checked={value === true} onChange={(event) => set(event.target.checked)} />;
  }
  if (field.kind === 'choice') {
    return (
      <SelectField
        label={label}
        hint={hint}
        error={error}
        value={String(value)}
        onChange={(event) => set(event.target.value)}
      >
        {(field.choices ?? []).map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </SelectField>
    );
  }
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      type={inputTypes[field.kind]}
      inputMode={field.kind === 'number' ? 'numeric' : undefined}
      // No password manager should offer the sign-in of this house for another one.
      autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
      spellCheck={false}
      required={field.required}
      value={String(value ?? '')}
      onChange={(event) => set(event.target.value)}
    />
  );
}
