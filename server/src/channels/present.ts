import type { Capabilities, Channel } from '@stammgast/shared/contract/channels';
import type { Activity, ChannelRow } from './channels.queries.ts';

export function presentChannel(
  row: ChannelRow,
  can: Capabilities,
  { activity, team }: { activity: Activity | undefined; team: Channel['team'] },
): Channel {
  return {
    id: row.id,
    platform: row.platform,
    name: row.name,
    team,
    state: row.state,
    can,
    replyRegister: row.replyRegister,
    language: row.language,
    approval: row.approval,
    approvalReach: row.approvalReach,
    ownAddresses: row.ownAddresses,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    lastError: lastErrorOf(row),
    lastCommentAt: activity?.lastCommentAt?.toISOString() ?? null,
    comments24h: activity?.comments ?? 0,
    demo: row.demo,
  };
}

function lastErrorOf(row: ChannelRow): Channel['lastError'] {
  if (!row.lastErrorCode || !row.lastErrorAt) return null;
  return { code: row.lastErrorCode, detail: row.lastErrorDetail ?? '', at: row.lastErrorAt.toISOString() };
}
