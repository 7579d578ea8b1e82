/**
 * States of a public answer. `awaiting-approval`: a second person has to release it first. `accepted`: the platform has it, but somebody else must still release or fetch it.
 * `unconfirmed`: it may be public or not; only a look at the platform decides. `by-hand`: a person posts it elsewhere.
 */
export const replyStates = [
  'draft',
  'awaiting-approval',
  'queued',
  'publishing',
  'published',
  'accepted',
  'failed',
  'unconfirmed',
  'by-hand',
] as const;
export type ReplyState = (typeof replyStates)[number];

export const replySteps = [
  'send',
  'submit',
  'approve',
  'hold-back',
  'reject',
  'hand-off',
  'undo',
  'claim',
  'confirm',
  'accept',
  'fail',
  'lose-sight',
  'found-absent',
  'retry',
  'mark-answered',
  'discard',
] as const;
export type ReplyStep = (typeof replySteps)[number];

/**
 * `hold-back`: an approval is taken back while the answer is held. `confirm` and `accept` from states where nothing is under way: the platform shows an answer that was
 * given up.
 */
const table: Record<ReplyState, Partial<Record<ReplyStep, ReplyState>>> = {
  draft: { send: 'queued', submit: 'awaiting-approval', 'hand-off': 'by-hand' },
  'awaiting-approval': { approve: 'queued', 'hand-off': 'by-hand', reject: 'draft', undo: 'draft' },
  queued: {
    undo: 'draft',
    'hold-back': 'awaiting-approval',
    claim: 'publishing',
    fail: 'failed',
    confirm: 'published',
    accept: 'accepted',
  },
  publishing: {
    confirm: 'published',
    accept: 'accepted',
    fail: 'failed',
    'lose-sight': 'unconfirmed',
    retry: 'queued',
  },
  accepted: { confirm: 'published', fail: 'failed' },
  unconfirmed: {
    confirm: 'published',
    accept: 'accepted',
    'found-absent': 'failed',
    'lose-sight': 'unconfirmed',
    'mark-answered': 'published',
  },
  failed: { retry: 'queued', discard: 'draft', 'mark-answered': 'published', confirm: 'published', accept: 'accepted' },
  'by-hand': { 'mark-answered': 'published', undo: 'draft', confirm: 'published' },
  published: {},
};

/** The next state, or null when the step is not possible from here. The only place that decides. */
export function nextReplyState(state: ReplyState, step: ReplyStep): ReplyState | null {
  return table[state][step] ?? null;
}

/** A reply on its way: at most one of these may exist for a comment. */
export const openReplyStates: readonly ReplyState[] = [
  'awaiting-approval',
  'queued',
  'publishing',
  'accepted',
  'unconfirmed',
  'by-hand',
];
