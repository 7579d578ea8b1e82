import type { Channel } from '@stammgast/shared/contract/channels';
import { useTranslation } from 'react-i18next';
import { Shape } from '../../components/icon.tsx';
import { healthOf } from './health.ts';

/** Shape, word and colour. */
export function ChannelState({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels');
  const { word, shape, tone } = healthOf(channel);
  return (
    <span className={`state ${tone}`}>
      <Shape name={shape} />
      {t(`state.${word}`)}
    </span>
  );
}
