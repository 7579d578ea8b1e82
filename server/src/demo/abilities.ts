import type { Capabilities, Platform } from '@stammgast/shared/contract/channels';

const polled: Capabilities = {
  reply: 'api',
  moderate: [],
  edits: false,
  deletions: false,
  push: false,
  maxReplyLength: null,
};

/** What the demo's channels can: near to their platforms, and different enough to show what that means. */
const abilities: Partial<Record<Platform, Capabilities>> = {
  facebook: {
    ...polled,
    push: true,
    edits: true,
    deletions: true,
    moderate: ['approve', 'hold'],
    maxReplyLength: 8000,
  },
  instagram: { ...polled, push: true, moderate: ['approve', 'hold'], maxReplyLength: 2200 },
  google: { ...polled, edits: true, deletions: true, maxReplyLength: 4096 },
  x: { ...polled, maxReplyLength: 280 },
  wordpress: { ...polled, edits: true, deletions: true, moderate: ['approve', 'hold', 'spam'] },
  forum: { ...polled, reply: 'hand-off' },
  xing: { ...polled, maxReplyLength: 1000 },
};

export const demoAbilities = (platform: Platform): Capabilities => abilities[platform] ?? polled;
