import type { Capabilities, Platform } from '@stammgast/shared/contract/channels';

const polled: Capabilities = {
  reply: 'api',
  acts: [],
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
    acts: ['like', 'unlike', 'hide', 'unhide'],
    maxReplyLength: 8000,
  },
  instagram: { ...polled, push: true, acts: ['hide', 'unhide'], maxReplyLength: 2200 },
  google: { ...polled, edits: true, deletions: true, maxReplyLength: 4096 },
  x: { ...polled, acts: ['like', 'unlike', 'hide', 'unhide'], maxReplyLength: 280 },
  wordpress: { ...polled, edits: true, deletions: true, acts: ['approve', 'hold', 'spam'] },
  forum: { ...polled, reply: 'hand-off' },
  xing: { ...polled, maxReplyLength: 1000 },
};

export const demoAbilities = (platform: Platform): Capabilities => abilities[platform] ?? polled;
