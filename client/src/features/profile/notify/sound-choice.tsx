import type { NotifySettings } from '@stammgast/shared/contract/notifications';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/choice.tsx';
import { play } from '../../../components/sounds.ts';

const sounds = ['tick', 'drop', 'chime'] as const;

/** Off at first; a chosen sound is heard at once. */
export function SoundChoice({
  sound,
  onChange,
}: {
  sound: NotifySettings['sound'];
  onChange: (sound: NotifySettings['sound']) => void;
}) {
  const { t } = useTranslation('notify');
  return (
    <Choice
      legend={t('sound.title')}
      value={sound ?? 'off'}
      choices={(['off', ...sounds] as const).map((value) => ({ value, label: t(`sound.${value}`) }))}
      onChoose={(value) => {
        if (value !== 'off') play(value);
        onChange(value === 'off' ? undefined : value);
      }}
    />
  );
}
