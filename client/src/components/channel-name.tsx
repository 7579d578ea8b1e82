import type { Platform } from '@stammgast/shared/contract/channels';
import { useTranslation } from 'react-i18next';
import { PlatformIcon } from './platform-icon.tsx';

/** Two channels may have one name: the sign, and for screen readers the word, tells them apart. */
export function ChannelName({ platform, name }: { platform: Platform; name: string }) {
  const { t } = useTranslation();
  return (
    <span className="c">
      <PlatformIcon platform={platform} />
      {name}
      <span className="sr"> ({t(`platforms.${platform}`)})</span>
    </span>
  );
}
