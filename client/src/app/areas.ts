import type { CommandId } from '@stammgast/shared/domain/keys';
import type { Action } from '@stammgast/shared/domain/permissions';
import type { IconName } from '../icons/tabler.ts';

/** The main areas after the inbox: who sees them is decided by the same policy as the server's. */
export const areas = [
  { name: 'wall', to: '/wall', icon: 'wall', needs: 'wall.read', command: 'goWall' },
  { name: 'radar', to: '/radar', icon: 'wind', needs: 'radar.read', command: null },
  { name: 'review', to: '/review', icon: 'review', needs: 'thread.read', command: 'goReview' },
  { name: 'reports', to: '/reports', icon: 'table', needs: 'report.read', command: 'goReports' },
  { name: 'channels', to: '/channels', icon: 'channels', needs: 'channel.read', command: 'goChannels' },
  { name: 'team', to: '/team', icon: 'user', needs: 'team.manage', command: null },
  { name: 'snippets', to: '/snippets', icon: 'snippet', needs: 'reply.write', command: null },
  { name: 'deadlines', to: '/deadlines', icon: 'clock', needs: 'sla.manage', command: null },
  { name: 'codetermination', to: '/codetermination', icon: 'shield', needs: 'house.manage', command: null },
  { name: 'mail', to: '/mail', icon: 'send', needs: 'house.manage', command: null },
  { name: 'audit', to: '/audit', icon: 'book', needs: 'audit.read', command: 'goAudit' },
  { name: 'apiDocs', to: '/api-docs', icon: 'file', needs: 'channel.manage', command: null },
] as const satisfies readonly Area[];

interface Area {
  readonly name: string;
  readonly to: string;
  readonly icon: IconName;
  readonly needs: Action;
  /** The command that goes there by key. */
  readonly command: CommandId | null;
}
