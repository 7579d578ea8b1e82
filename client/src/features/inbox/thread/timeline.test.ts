import { describe, expect, it } from 'vitest';
import { aComment, aReply, aRow } from '../../../testing/rows.ts';
import { assessedComment, commentToAnswer } from './lead-comment.ts';
import { timeline } from './timeline.ts';
import { isAnswered } from './use-work.ts';

const row = aRow();
const other = { id: 'lenz', name: 'Hartmut Lenz', handle: null, url: null, own: false };
const own = { id: 'hotel', name: 'Hotel Sonnenblick', handle: null, url: null, own: true };
const first = aComment();
const joined = aComment({ id: 'c2', author: other, sentiment: 'neutral', postedAt: '2026-03-05T12:58:00.000Z' });
const note = {
  id: 'n1',
  personId: 'tom',
  personName: 'Tom Reiter',
  body: 'Technik war da.',
  mentions: [],
  createdAt: '2026-03-05T12:45:00.000Z',
};

describe('timeline', () => {
  it('tells what happened in its order, others joined in as such', () => {
    const entries = timeline({ row, comments: [joined, first], replies: [aReply()], notes: [note] });
    expect(entries.map((entry) => entry.kind)).toEqual(['comment', 'note', 'comment', 'reply']);
    expect(entries.flatMap((entry) => (entry.kind === 'comment' ? [entry.sub] : []))).toEqual([false, true]);
  });

  it('shows our own answer once, though it also comes back as a comment', () => {
    const echo = aComment({
      id: 'c3',
      author: own,
      body: 'Guten Tag Frau Keller,  das hätte nicht\npassieren dürfen.',
    });
    const foreign = aComment({ id: 'c4', author: own, body: 'Von Hand geschrieben.' });
    const entries = timeline({ row, comments: [first, echo, foreign], replies: [aReply()], notes: [] });
    expect(entries.flatMap((entry) => (entry.kind === 'comment' ? [entry.comment.id] : []))).toEqual(['c1', 'c4']);
  });

  it('leaves drafts out: their text stands in the answer field', () => {
    expect(timeline({ row, comments: [], replies: [aReply({ state: 'draft' })], notes: [] })).toEqual([]);
  });
});

describe('the comment to answer', () => {
  it('is the newest of the critic, even if others spoke later', () => {
    expect(commentToAnswer({ row, comments: [first, joined] })?.id).toBe('c1');
    const again = aComment({ id: 'c5', postedAt: '2026-03-05T14:00:00.000Z' });
    expect(commentToAnswer({ row, comments: [again, first, joined] })?.id).toBe('c5');
  });

  it('is never removed, spam or our own', () => {
    const removed = aComment({ removedAt: '2026-03-05T14:00:00.000Z' });
    expect(commentToAnswer({ row, comments: [removed, joined] })?.id).toBe('c2');
    expect(
      commentToAnswer({ row, comments: [aComment({ visibility: 'spam' }), aComment({ id: 'c6', author: own })] }),
    ).toBeUndefined();
  });
});

it('the mood of a thread belongs to the comment that has it', () => {
  expect(assessedComment({ row: aRow({ sentiment: 'neutral' }), comments: [first, joined] })?.id).toBe('c2');
  expect(assessedComment({ row: aRow({ sentiment: 'positive' }), comments: [first, joined] })?.id).toBe('c1');
});

it('a thread is answered when the platform has an answer, not when one is on its way', () => {
  const thread = (state: 'published' | 'accepted' | 'queued' | 'failed') => ({
    row,
    post: null,
    channel: {
      can: { reply: 'api' as const, acts: [], edits: true, deletions: true, push: false, maxReplyLength: null },
      replyRegister: 'sie' as const,
      ownAddresses: [],
      private: false,
      approval: 'none' as const,
      approvalReach: 50,
    },
    comments: [first],
    replies: [aReply({ state })],
    notes: [],
    drafts: [],
    clocks: [],
    moderations: [],
    promises: [],
    inStorm: false,
    readAt: null,
  });
  expect(
    [thread('published'), thread('accepted'), thread('queued'), thread('failed'), undefined].map((one) =>
      isAnswered(row, one),
    ),
  ).toEqual([true, true, false, false, false]);
  expect(isAnswered(aRow({ status: 'waiting' }), undefined)).toBe(true);
});

it('shows a draft that was given back until somebody writes anew, and a replaced one until an answer is public', () => {
  const approval = {
    reasons: ['always' as const],
    requestedAt: first.postedAt,
    decidedAt: first.postedAt,
    decidedBy: 'Lena Vogt',
    byGuest: false,
    remark: null,
    bodyBefore: null,
  };
  const aside = (decision: 'rejected' | 'superseded' | 'withdrawn') =>
    aReply({ id: decision, state: 'draft', publishedAt: null, approval: { ...approval, decision } });
  const later = (state: 'awaiting-approval' | 'published') =>
    aReply({ id: 'later', state, createdAt: '2026-03-05T14:00:00.000Z', publishedAt: null });
  const shown = (...replies: ReturnType<typeof aReply>[]) =>
    timeline({ row, comments: [], notes: [], replies }).map((entry) => entry.kind === 'reply' && entry.reply.id);
  expect(shown(aside('rejected'))).toEqual(['rejected']);
  expect(shown(aside('rejected'), later('awaiting-approval'))).toEqual(['later']);
  expect(shown(aside('superseded'), later('awaiting-approval'))).toEqual(['superseded', 'later']);
  expect(shown(aside('superseded'), later('published'))).toEqual(['later']);
  expect(shown(aside('withdrawn'))).toEqual([]);
});
