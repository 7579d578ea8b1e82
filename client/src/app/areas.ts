import type { Action } from '@stammgast/shared/domain/permissions';
import type { IconName } from '../icons/tabler.ts';

/** The main areas after the inbox: who sees them is decided by the same policy as the server's. */
export const areas = [
  { name: 'wall', to: '/wall', icon: 'wall', needs: 'wall.read' },
  { name: 'channels', to: '/channels', icon: 'channels', needs: 'channel.read' },
  { name: 'team', to: '/team', icon: 'user', needs: 'team.manage' },
  { name: 'deadlines', to: '/deadlines', icon: 'clock', needs: 'sla.manage' },
  { name: 'apiDocs', to: '/api-docs', icon: 'file', needs: 'channel.manage' },
] as const satisfies readonly { name: string; to: string; icon: IconName; needs: Action }[];
