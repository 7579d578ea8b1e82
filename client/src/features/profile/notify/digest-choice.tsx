import type { NotifySettings } from '@stammgast/shared/contract/notifications';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { Switch } from '../../../components/field.tsx';

type Digests = NotifySettings['digests'];

/** Mails about what waits; nobody gets one who has not asked for it. */
export function DigestChoice({
  digests,
  onChange,
}: {
  digests: Digests;
  onChange: (digests: NonNullable<Digests>) => void;
}) {
  const { t } = useTranslation('notify');
  const { email, house } = useMe();
  return (
    <fieldset className="group">
      <legend>{t('digest.title')}</legend>
      {(['daily', 'weekly'] as const).map((period) => (
        <Switch
          key={period}
          label={t(`digest.${period}`)}
          checked={digests?.[period] ?? false}
          onChange={({ target }) => onChange({ ...digests, [period]: target.checked })}
        />
      ))}
      <p className="hint">{t('digest.hint', { email, zone: house.timeZone })}</p>
    </fieldset>
  );
}
