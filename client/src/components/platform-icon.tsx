import type { Platform } from '@stammgast/shared/contract/channels';
import type { IconName } from '../icons/tabler.ts';
import { Icon } from './icon.tsx';

const iconOf = {
  wordpress: 'wordpress',
  feed: 'wind',
  api: 'channels',
  facebook: 'facebook',
  instagram: 'instagram',
  x: 'x-network',
  linkedin: 'linkedin',
  xing: 'xing',
  google: 'google',
  forum: 'forum',
  mastodon: 'forum',
  bluesky: 'bluesky',
} as const satisfies Record<Platform, IconName>;

/** The network's sign; say its name beside it. */
export function PlatformIcon({ platform }: { platform: Platform }) {
  return <Icon name={iconOf[platform]} />;
}
