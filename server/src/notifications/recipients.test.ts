import { factKinds } from '@stammgast/shared/contract/live';
import { roles } from '@stammgast/shared/domain/permissions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concerns, isNews, type Member, type News, recipientsOf } from './recipients.ts';

const member = (id: string, role: Member['role'], channels: Member['channels'] | string[], onCall = false): Member => ({
  id,
  role,
  channels: Array.isArray(channels) ? new Set(channels) : channels,
  onCall,
});
const team = [
  member('agent', 'agent', ['blog']),
  member('second', 'agent', ['blog']),
  member('lead', 'lead', ['blog']),
  member('supervisor', 'supervisor', ['blog']),
  member('stranger', 'lead', ['forum'], true),
  member('watch', 'agent', ['blog'], true),
  member('admin', 'admin', 'all'),
];
const news = (kind: string, more: Partial<News> = {}): News => ({
  ...{ kind, channelId: 'blog', by: null, assigneeId: null, writerId: null, named: [] },
  ...{ reviewerId: null, blind: false },
  ...more,
});
const everybody = ['agent', 'second', 'lead', 'supervisor', 'watch'];

describe('who is told of what', () => {
  test.each<[string, News, string, string[]]>([
    ['an assignment', news('thread.assigned', { by: 'lead', named: ['agent'] }), 'assigned', ['agent']],
    ['taking it oneself', news('thread.assigned', { by: 'agent', named: ['agent'] }), 'assigned', []],
    ['giving it back', news('thread.assigned', { by: 'agent' }), 'assigned', []],
    ['a mention', news('note.added', { by: 'lead', named: ['agent', 'lead'] }), 'mentioned', ['agent']],
    ['a note that names nobody', news('note.added', { by: 'lead' }), 'mentioned', []],
    ['due soon', news('sla.due-soon', { assigneeId: 'agent' }), 'soon', ['agent']],
    ['due soon and nobody has it', news('sla.due-soon'), 'soon', []],
    ['a breach', news('sla.breached', { assigneeId: 'agent' }), 'breached', ['lead']],
    ['a breach of what nobody has', news('sla.breached'), 'breached', everybody],
    ['an approval wanted', news('reply.submitted', { by: 'agent', writerId: 'agent' }), 'approval', ['lead']],
    ['a lead who asks', news('reply.submitted', { by: 'lead', writerId: 'lead' }), 'approval', []],
    ['hiding wants a second person', news('moderation.asked', { by: 'agent' }), 'approval', ['lead']],
    ['an answer given back', news('reply.rejected', { by: 'lead', writerId: 'agent' }), 'returned', ['agent']],
    ['hiding decided', news('moderation.decided', { by: 'lead', writerId: 'agent' }), 'returned', ['agent']],
    ['publishing failed', news('reply.failed', { writerId: 'agent' }), 'publishing', ['agent']],
    ['unconfirmed, its writer has left', news('reply.unconfirmed', { writerId: 'gone' }), 'publishing', ['lead']],
    ['a promise due', news('promise.due-soon', { assigneeId: 'second', writerId: 'agent' }), 'promise', ['second']],
    ['a broken promise of nobody', news('promise.broken', { writerId: 'agent' }), 'promise', ['agent']],
    ['a storm', news('radar.rose'), 'radar', ['lead', 'watch']],
    ['a dispute', news('review.disputed', { by: 'agent', reviewerId: 'admin' }), 'disputed', ['admin', 'supervisor']],
    [
      'a blind one',
      news('review.disputed', { by: 'agent', reviewerId: 'second', blind: true }),
      'disputed',
      ['second'],
    ],
    [
      'one that is blind no more',
      news('review.dispute-ready', { reviewerId: 'second', writerId: 'agent' }),
      'disputed',
      ['supervisor'],
    ],
    ['a dispute decided', news('review.decided', { by: 'lead', writerId: 'agent' }), 'settled', ['agent']],
    ['a review', news('review.saved', { by: 'supervisor', writerId: 'agent' }), 'review', ['agent']],
  ])('%s', (_, fact, event, people) => {
    expect(recipientsOf(fact, team)).toEqual({ event, personIds: people });
  });

  test('what is wrong with the house is told to administrators, whoever leads', () => {
    const alarm = news('house.alarmed', { channelId: '' });
    expect(recipientsOf(alarm, team)).toEqual({ event: 'house', personIds: ['admin'] });
    expect(concerns({ kind: 'house.alarmed', channelId: null })).toBe(true);
    expect(concerns({ kind: 'sla.breached', channelId: null })).toBe(false);
  });

  test('administrators stand in where nobody leads', () => {
    const leaderless = [member('agent', 'agent', ['blog']), member('admin', 'admin', 'all')];
    expect(recipientsOf(news('sla.breached', { assigneeId: 'agent' }), leaderless)?.personIds).toEqual(['admin']);
    expect(recipientsOf(news('sla.breached'), leaderless)?.personIds).toEqual(['agent', 'admin']);
    expect(recipientsOf(news('review.disputed', { by: 'agent' }), leaderless)?.personIds).toEqual(['admin']);
  });

  test('nothing else is news', () => {
    expect(factKinds.filter((kind) => !isNews(kind))).toContain('comment.received');
    expect(recipientsOf(news('toString'), team)).toBeNull();
  });
});

test('nobody is told of a channel that they may not see, or of what they did', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const channel = fc.constantFrom('blog', 'forum');
  const anyTeam = fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        role: fc.constantFrom(...roles),
        channels: fc.oneof(
          fc.constant('all' as const),
          fc.array(channel).map((some) => new Set(some)),
        ),
        onCall: fc.boolean(),
      }),
    ),
  );
  const anybody = fc.option(fc.constantFrom(...ids, 'gone'));
  const anyNews = fc.record({
    kind: fc.constantFrom(...factKinds),
    channelId: channel,
    by: anybody,
    assigneeId: anybody,
    writerId: anybody,
    named: fc.array(fc.constantFrom(...ids, 'gone')),
    reviewerId: anybody,
    blind: fc.boolean(),
  });
  fc.assert(
    fc.property(anyTeam, anyNews, (members, fact) => {
      const told = recipientsOf(fact, members)?.personIds ?? [];
      for (const id of told) {
        const one = members.find((member) => member.id === id);
        expect(one?.channels === 'all' || one?.channels.has(fact.channelId)).toBe(true);
        expect(id).not.toBe(fact.by);
      }
      expect(new Set(told).size).toBe(told.length);
    }),
    { numRuns: 2000 },
  );
});
