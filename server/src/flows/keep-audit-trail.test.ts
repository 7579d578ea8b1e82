// Every flow that changes something says what was before and after; nothing of people outside is ever readable.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFields, type TrackedKind, trackedKinds } from '@stammgast/shared/contract/audit';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readLog } from '../audit/log-file.ts';
import { verifyTrail } from '../audit/verify.ts';
import { PublishError } from '../connectors/connector.ts';
import { runDue } from '../jobs/worker.ts';
import { addTestPerson } from '../testing/cast.ts';
import { says } from '../testing/said.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { likeComment } from './act-on-comments.ts';
import { answerGuestLink } from './answer-as-guest.ts';
import { approveReply, rejectReply } from './approve-reply.ts';
import { changeDeadlines, readDeadlines } from './change-deadlines.ts';
import { claimThread, releaseThread } from './claim-threads.ts';
import { discardReply, undoReply } from './decide-reply.ts';
import { inviteGuest, revokeGuest } from './invite-guest.ts';
import { correctComment } from './judge-comments.ts';
import { keepAuditTrail } from './keep-audit-trail.ts';
import { addPromise, changePromise } from './keep-promises.ts';
import { linkPeople } from './link-people.ts';
import { addChannel, changeChannel, removeChannel } from './manage-channels.ts';
import { addSnippet } from './manage-snippets.ts';
import { changePerson, invitePerson, withdrawInvitation } from './manage-team.ts';
import { mergeByHand } from './merge-by-hand.ts';
import { decideModeration, moderateComment } from './moderate-comments.ts';
import { PROMISE_ANEW, promiseAnew } from './promise-anew.ts';
import { readAudit } from './read-audit.ts';
import { readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { openStage, type Stage } from './replies.suite.ts';
import { reopenThread, resolveThread } from './resolve-threads.ts';
import { forgetMailSettings, saveMailSettings } from './set-up-mail.ts';
import { signIn, signOut } from './sign-in.ts';
import { snoozeThread, wakeThread } from './snooze-threads.ts';
import { splitThread } from './split-thread.ts';
import { tagThread } from './tag-threads.ts';
import { lookAtDeadlines } from './watch-deadlines.ts';
import { addNote } from './write-notes.ts';

let stage: Stage;
let lead: Actor;
let admin: Actor;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  stage.script.can = { ...stage.script.can, acts: ['hide', 'unhide', 'like', 'unlike'] };
  stage.script.act = async () => ({ likes: null });
  lead = {
    personId: await addTestPerson(stage.house, 'lead', [stage.channelId]),
    role: 'lead',
    channels: [stage.channelId],
  };
  admin = { personId: await addTestPerson(stage.house, 'admin'), role: 'admin', channels: 'all' };
  folder = mkdtempSync(join(tmpdir(), 'stammgast-trail-'));
});
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

const mark = (text: string) => stage.house.vault.mark(text);
const file = () => join(folder, 'audit.log');
const passwords = {
  hash: async (text: string) => text,
  verify: async (hash: string | null, text: string) => hash === text,
};
const caller = { address: '203.0.113.9', sessionId: null };
const always = () => changeChannel(stage.house, admin, stage.channelId, { approval: 'always' });
const receive = (...changes: Parameters<typeof receiveComments>[2]) =>
  receiveComments(stage.house, { id: stage.channelId, language: null }, changes, { history: false });
const publishFails = (kind: 'rejected' | 'unconfirmed') => {
  stage.script.publish = async () => {
    throw new PublishError(kind, 'no luck');
  };
};
const accounts = async () => {
  const { reader } = stage.house.database;
  return (await reader.select().from(reader.tables.authors)).filter((one) => !one.own).map(({ id }) => id);
};
const guestLink = () =>
  inviteGuest(stage.house, lead, stage.threadId, {
    purpose: 'write',
    commentId: stage.commentId,
    guestName: 'Dr. Huber',
    hours: 48,
  });

const verify = () =>
  verifyTrail(stage.house.database.reader, {
    lines: readLog(file()),
    sign: stage.house.vault.sign,
    keptFrom: new Date(0),
  });

/** Runs the trail until it has everything, as a house does that is stopped then. */
async function entries() {
  const { house } = stage;
  const trail = await keepAuditTrail(house, file());
  await vi.waitFor(async () => {
    const { followers, events } = house.database.reader.tables;
    const [stand] = await house.database.reader.select().from(followers);
    const all = await house.database.reader.select().from(events).orderBy(asc(events.seq));
    expect(stand?.seq).toBe(all.at(-1)?.seq);
  });
  await trail.stop();
  const { auditEntries } = house.database.reader.tables;
  return house.database.reader.select().from(auditEntries).orderBy(asc(auditEntries.seq));
}

interface Case {
  readonly does: () => Promise<unknown>;
  /** What the newest entry of the kind says. */
  readonly says: () => object;
}
const open = { status: 'open', resolvedReason: null };
const until = '2026-04-01T08:00:00.000Z';

const cases: Partial<Record<TrackedKind, Case>> = {
  'comment.received': {
    does: async () => undefined,
    says: () => ({
      actorKind: 'house',
      subject: mark(`${stage.channelId} Gast`),
      before: null,
      after: { text: mark('Das Frühstück war kalt.'), visibility: 'public' },
    }),
  },
  'comment.edited': {
    does: async () => {
      await receive(says('e1', { version: 1 }));
      await receive(says('e1', { version: 2, body: 'Das Frühstück war lau.' }));
    },
    says: () => ({
      before: { text: mark('Das Frühstück war kalt.') },
      after: { text: mark('Das Frühstück war lau.') },
    }),
  },
  'comment.removed': {
    does: async () => {
      await receive(says('e1', { version: 1 }));
      await receive({ kind: 'removed', externalId: 'e1', at: stage.house.clock.now(), version: 2 });
    },
    says: () => ({ before: { removed: false, ...open }, after: { removed: true, status: 'resolved' } }),
  },
  'comment.restored': {
    does: async () => {
      await receive(says('e1', { version: 1 }));
      await receive({ kind: 'removed', externalId: 'e1', at: stage.house.clock.now(), version: 2 });
      await receive(says('e1', { version: 3 }));
    },
    says: () => ({ before: { removed: true, status: 'resolved' }, after: { removed: false, ...open } }),
  },
  'comment.corrected': {
    does: () => correctComment(stage.house, stage.actor, stage.commentId, { sentiment: 'neutral' }),
    says: () => ({ before: { sentiment: 'negative' }, after: { sentiment: 'neutral' } }),
  },
  'comment.moderated': {
    does: () =>
      moderateComment(stage.house, stage.actor, stage.commentId, {
        verdict: 'hide',
        reason: 'insult',
        remark: 'Grob.',
      }),
    says: () => ({
      actorId: stage.actor.personId,
      before: { visibility: 'public', ...open },
      after: { visibility: 'hidden', status: 'resolved', resolvedReason: 'hidden' },
      details: { verdict: 'hide', reason: 'insult', remark: mark('Grob.') },
    }),
  },
  'comment.acted': {
    does: () => likeComment(stage.house, stage.actor, stage.commentId, true),
    says: () => ({ before: { liked: false }, after: { liked: true }, details: { act: 'like' } }),
  },
  'thread.assigned': {
    does: async () => {
      await claimThread(stage.house, stage.actor, stage.threadId, undefined);
      await releaseThread(stage.house, stage.actor, stage.threadId);
    },
    says: () => ({ before: { assigneeId: stage.actor.personId }, after: { assigneeId: null } }),
  },
  'thread.taken-over': {
    does: async () => {
      const { claim } = await claimThread(stage.house, stage.actor, stage.threadId, undefined);
      await claimThread(stage.house, lead, stage.threadId, claim);
    },
    says: () => ({ before: { assigneeId: stage.actor.personId }, after: { assigneeId: lead.personId } }),
  },
  'thread.resolved': {
    does: () => resolveThread(stage.house, stage.actor, stage.threadId, { reason: 'not-ours' }),
    says: () => ({ before: open, after: { status: 'resolved', resolvedReason: 'not-ours' } }),
  },
  'thread.reopened': {
    does: async () => {
      await resolveThread(stage.house, stage.actor, stage.threadId, { reason: 'not-ours' });
      await reopenThread(stage.house, stage.actor, stage.threadId);
    },
    says: () => ({ before: { status: 'resolved', resolvedReason: 'not-ours' }, after: open }),
  },
  'thread.merged': {
    does: async () => {
      await receive(says('m1'));
      const other = (await stage.house.database.reader.select().from(stage.house.database.reader.tables.threads)).find(
        ({ id }) => id !== stage.threadId,
      );
      await mergeByHand(stage.house, stage.actor, stage.threadId, [other?.id ?? '']);
    },
    says: () => ({ threadId: stage.threadId }),
  },
  'thread.split': {
    does: async () => {
      const { commentId } = await stage.say('c2', { parent: 'c1', body: 'Und die Sauna?' });
      await splitThread(stage.house, stage.actor, stage.threadId, { commentIds: [commentId] });
    },
    says: () => ({ before: null, after: { splitFrom: stage.threadId } }),
  },
  'thread.snoozed': {
    does: () => snoozeThread(stage.house, stage.actor, stage.threadId, { until, pastDue: true }),
    says: () => ({ before: { snoozedUntil: null }, after: { snoozedUntil: until } }),
  },
  'thread.woken': {
    does: async () => {
      await snoozeThread(stage.house, stage.actor, stage.threadId, { until, pastDue: true });
      await wakeThread(stage.house, stage.actor, stage.threadId);
    },
    says: () => ({ before: { snoozedUntil: until }, after: { snoozedUntil: null } }),
  },
  'thread.tagged': {
    does: async () => {
      await tagThread(stage.house, stage.actor, stage.threadId, { add: ['Küche'] });
      await tagThread(stage.house, stage.actor, stage.threadId, { add: ['Bad'], remove: ['Küche'] });
    },
    says: () => ({ before: { tags: ['Küche'] }, after: { tags: ['Bad'] } }),
  },
  'author.linked': {
    does: async () => {
      await receive(says('l1', { author: 'Sabine' }));
      const [a = '', b = ''] = await accounts();
      await linkPeople(stage.house, stage.actor, a, b);
    },
    says: () => ({ subject: expect.stringMatching(/^hmac:/), before: { linked: false }, after: { linked: true } }),
  },
  'note.added': {
    does: () => addNote(stage.house, stage.actor, stage.threadId, { body: 'Gast ist schwierig.' }),
    says: () => ({ before: null, after: { text: mark('Gast ist schwierig.') } }),
  },
  'reply.queued': {
    does: () => stage.reply(),
    says: () => ({ before: null, after: { state: 'queued', text: mark(stage.answer.body) } }),
  },
  'reply.withdrawn': {
    does: async () => undoReply(stage.house, stage.actor, (await stage.reply()).id),
    says: () => ({ before: { state: 'queued' }, after: { state: 'draft' } }),
  },
  'reply.publishing': {
    does: async () => {
      await stage.reply();
      await stage.pass(10);
    },
    says: () => ({ actorKind: 'house', before: { state: 'queued' }, after: { state: 'publishing' } }),
  },
  'reply.published': {
    does: async () => {
      await stage.reply();
      await stage.pass(10);
    },
    says: () => ({
      before: { state: 'publishing', status: 'open' },
      after: { state: 'published', status: 'waiting' },
    }),
  },
  'reply.accepted': {
    does: async () => {
      stage.script.publish = async () => ({ ...stage.published, state: 'accepted' });
      await stage.reply();
      await stage.pass(10);
    },
    says: () => ({ before: { state: 'publishing' }, after: { state: 'accepted' } }),
  },
  'reply.failed': {
    does: async () => {
      publishFails('rejected');
      await stage.reply();
      await stage.pass(10);
    },
    says: () => ({
      before: { state: 'publishing', failureKind: null },
      after: { state: 'failed', failureKind: 'rejected' },
    }),
  },
  'reply.unconfirmed': {
    does: async () => {
      publishFails('unconfirmed');
      await stage.reply();
      await stage.pass(10);
    },
    says: () => ({ before: { state: 'publishing' }, after: { state: 'unconfirmed' } }),
  },
  'reply.discarded': {
    does: async () => {
      publishFails('rejected');
      const { id } = await stage.reply();
      await stage.pass(10);
      await discardReply(stage.house, stage.actor, id);
    },
    says: () => ({ before: { state: 'failed' }, after: { state: 'draft' } }),
  },
  'reply.by-hand': {
    does: async () => {
      stage.script.can = { ...stage.script.can, reply: 'hand-off' };
      await stage.reply();
    },
    says: () => ({ before: null, after: { state: 'by-hand' } }),
  },
  'reply.submitted': {
    does: async () => {
      await always();
      await stage.reply();
    },
    says: () => ({ before: null, after: { state: 'awaiting-approval' } }),
  },
  'reply.approved': {
    does: async () => {
      await always();
      const { id } = await stage.reply();
      await approveReply(stage.house, lead, id, { version: 1, body: 'Das bedauern wir.' });
    },
    says: () => ({
      actorId: lead.personId,
      before: { state: 'awaiting-approval', text: mark(stage.answer.body) },
      after: { state: 'queued', text: mark('Das bedauern wir.') },
    }),
  },
  'reply.rejected': {
    does: async () => {
      await always();
      const { id } = await stage.reply();
      await rejectReply(stage.house, lead, id, { version: 1, remark: 'Bitte kürzer.' });
    },
    says: () => ({ after: { state: 'draft' }, details: { remark: mark('Bitte kürzer.') } }),
  },
  'guest.invited': {
    does: guestLink,
    says: () => ({ actorId: lead.personId, after: { guestLink: 'open', purpose: 'write', guest: mark('Dr. Huber') } }),
  },
  'guest.revoked': {
    does: async () => revokeGuest(stage.house, lead, (await guestLink()).guest.id),
    says: () => ({ before: { guestLink: 'open' }, after: { guestLink: 'revoked' } }),
  },
  'guest.answered': {
    does: async () => {
      const visit = { token: (await guestLink()).token, address: '203.0.113.9', personId: null };
      await answerGuestLink(stage.house, visit, { decision: 'write', body: 'Das tut uns leid.' });
    },
    says: () => ({ actorKind: 'guest', actorId: expect.any(String), after: { guestLink: 'used' } }),
  },
  'moderation.asked': {
    does: () =>
      moderateComment(stage.house, stage.actor, stage.commentId, { verdict: 'hide', reason: 'other', remark: 'Alt.' }),
    says: () => ({
      before: null,
      after: { moderation: 'waiting' },
      details: { reason: 'other', remark: mark('Alt.') },
    }),
  },
  'moderation.decided': {
    does: async () => {
      await cases['moderation.asked']?.does();
      const { reader } = stage.house.database;
      const [asked] = await reader.select().from(reader.tables.moderations);
      await decideModeration(stage.house, lead, asked?.id ?? '', { decision: 'rejected', remark: 'Kritik.' });
    },
    says: () => ({
      actorId: lead.personId,
      before: { moderation: 'waiting' },
      after: { moderation: 'rejected' },
      details: { decisionRemark: mark('Kritik.') },
    }),
  },
  'promise.suggested': {
    does: async () => {
      await stage.reply({ body: 'Wir melden uns bis Freitag.' });
      await stage.pass(10);
    },
    says: () => ({ before: null, after: { state: 'suggested', dueAt: '2026-03-06T17:00:00.000Z' } }),
  },
  'promise.changed': {
    does: async () => {
      await cases['promise.suggested']?.does();
      const [made] = (await readThread(stage.house, stage.actor, stage.threadId)).promises;
      await changePromise(stage.house, stage.actor, made?.id ?? '', { step: 'confirm' });
    },
    says: () => ({ before: { state: 'suggested' }, after: { state: 'open' } }),
  },
  'promise.broken': {
    does: async () => {
      const dueAt = '2026-03-06T17:00:00.000Z';
      await addPromise(stage.house, stage.actor, stage.threadId, { words: 'Bis Freitag.', dueAt });
      await stage.pass(3 * 86_400);
      await runDue(stage.house, stage.handlers);
    },
    says: () => ({ actorKind: 'house', before: { state: 'open' }, after: { state: 'broken' } }),
  },
  'sla.breached': {
    does: async () => {
      stage.house.clock.forward(7 * 86_400_000);
      await lookAtDeadlines(stage.house, null);
    },
    says: () => ({ actorKind: 'house', threadId: stage.threadId }),
  },
  'sla.promised-anew': {
    does: async () => {
      const { calendars } = await readDeadlines(stage.house);
      const { id = '', version: _, isDefault: __, ...calendar } = calendars[0] ?? ({} as (typeof calendars)[number]);
      const change = { does: 'change-calendar' as const, calendarId: id, calendar };
      await changeDeadlines(stage.house, lead, change, 'anew');
      await runDue(stage.house, { [PROMISE_ANEW]: promiseAnew(stage.house) });
    },
    says: () => ({ actorId: lead.personId, threadId: stage.threadId }),
  },
  'channel.added': {
    does: () =>
      addChannel(stage.house, admin, {
        ...{ platform: 'mastodon', name: 'Forum', settings: {}, allowPrivateAddress: false },
        ...{ replyRegister: 'sie', language: null },
      }),
    says: () => ({ before: null, after: { name: 'Forum', platform: 'mastodon', approval: 'none' } }),
  },
  'channel.changed': {
    does: () => changeChannel(stage.house, admin, stage.channelId, { name: 'Blog', paused: true }),
    says: () => ({ before: { name: 'Hausblog', state: 'new' }, after: { name: 'Blog', state: 'paused' } }),
  },
  'channel.removed': {
    does: () => removeChannel(stage.house, admin, stage.channelId),
    says: () => ({ before: { name: 'Hausblog' }, after: null }),
  },
  'person.changed': {
    does: () => changePerson(stage.house, admin, lead.personId, { role: 'agent', channelIds: [] }),
    says: () => ({
      actorId: admin.personId,
      before: { role: 'lead', channels: [stage.channelId] },
      after: { role: 'agent', channels: [] },
      details: { personId: lead.personId },
    }),
  },
  'person.invited': {
    does: () =>
      invitePerson(stage.house, admin, {
        name: 'Ida',
        email: 'ida@x.example',
        role: 'agent',
        channelIds: [stage.channelId],
      }),
    says: () => ({ after: { role: 'agent', channels: [stage.channelId], email: mark('ida@x.example') } }),
  },
  'person.uninvited': {
    does: async () => {
      const given = { name: 'Ida', email: 'ida@x.example', role: 'agent' as const, channelIds: [] };
      const { invitation } = await invitePerson(stage.house, admin, given);
      await withdrawInvitation(stage.house, admin, invitation.id);
    },
    says: () => ({ actorId: admin.personId, details: { invitationId: expect.any(String) } }),
  },
  'session.opened': {
    does: async () => {
      const given = { name: 'Ida', email: 'ida@x.example', role: 'agent' as const, channelIds: [] };
      const { token } = await invitePerson(stage.house, admin, given);
      const joined = { token, name: 'Ida', password: 'Zwölf Amseln im Garten', locale: 'de' as const };
      await acceptInvitation(stage.house, passwords, joined, caller);
      await signIn(stage.house, passwords, { email: 'ida@x.example', password: joined.password }, caller);
    },
    says: () => ({ actorKind: 'person', channelId: null, details: { way: 'password' } }),
  },
  'session.refused': {
    does: () =>
      signIn(stage.house, passwords, { email: 'ida@x.example', password: 'falsch' }, caller).catch(() => undefined),
    says: () => ({ actorKind: 'house', details: { email: mark('ida@x.example'), personId: null } }),
  },
  'session.closed': {
    does: () => signOut(stage.house, lead.personId, 'gone'),
    says: () => ({ actorId: lead.personId }),
  },
  'audit.viewed': {
    does: () => readAudit(stage.house, admin, { personId: lead.personId, account: 'Gast' }),
    says: () => ({ actorId: admin.personId, details: { personId: lead.personId, account: mark('Gast') } }),
  },
  'house.alarmed': {
    does: async () => {
      const before = await lookAtDeadlines(stage.house, null);
      stage.house.clock.forward(600_000);
      await lookAtDeadlines(stage.house, before);
    },
    says: () => ({ actorKind: 'house', before: null, after: null, details: { what: 'clock', jumpSeconds: 600 } }),
  },
  'house.changed': {
    does: () =>
      addSnippet(stage.house, lead, {
        ...{ name: 'Dank', language: 'de', channelId: null, bodySie: 'Danke, Frau Keller.', bodyDu: null },
      }),
    says: () => ({
      before: null,
      after: { name: 'Dank', bodySie: mark('Danke, Frau Keller.') },
      details: { what: 'snippets' },
    }),
  },
};

/** What only leaves the house changes nothing in it, and what the radar tells needs a storm; tested where it happens. */
const elsewhere: readonly TrackedKind[] = [
  ...(['radar.rose', 'radar.changed', 'radar.ended'] as const),
  ...(['report.exported', 'report.sent', 'report.scheduled'] as const),
  // Reviews have a stage of their own.
  ...(['review.saved', 'review.disputed', 'review.decided', 'review.proposed', 'review.consented'] as const),
  ...(['review.calibration-opened', 'review.calibration-scored', 'review.calibration-closed'] as const),
  ...(['figures.switched', 'figures.viewed'] as const),
];

test('everything that is recorded has its case', () => {
  expect(trackedKinds.filter((kind) => !(kind in cases)).toSorted()).toEqual(elsewhere.toSorted());
});

describe('the trail tells who changed what', () => {
  test.each(Object.keys(cases) as TrackedKind[])('%s', async (kind) => {
    const { does, says: expected } = cases[kind] as Case;
    await does();
    const all = await entries();
    expect(all.findLast((entry) => entry.kind === kind)).toMatchObject(expected());
    // Every part of a state has words, and nothing of people outside stands there.
    const names = new Set(all.flatMap(({ before, after }) => Object.keys({ ...before, ...after })));
    expect([...names].filter((name) => !auditFields.some((field) => field === name))).toEqual([]);
    expect(JSON.stringify(all)).not.toMatch(/Gast|Frühstück|Huber|Keller|schwierig|ida@|leid/);
    expect(await verify()).toMatchObject({
      checked: all.length,
      sealed: all.length,
      lines: all.length,
      broken: null,
    });
  });

  test('and through which server e-mail goes, without its password', async () => {
    const given = {
      ...{ host: 'mail.example', port: 465, security: 'tls' as const, user: 'haus', password: 'Geheim-7' },
      ...{ senderName: 'Hotel', senderAddress: 'haus@mail.example' },
    };
    await saveMailSettings(stage.house, admin, given, 'https://haus.example');
    await saveMailSettings(stage.house, admin, { ...given, port: 587, password: undefined }, 'https://haus.example');
    await forgetMailSettings(stage.house, admin);
    const told = (await entries()).filter(({ details }) => details.what === 'mail');
    expect(told).toMatchObject([
      { actorId: admin.personId, before: null, after: { host: 'mail.example', password: 'changed' } },
      { before: { port: 465 }, after: { port: 587 } },
      { before: { host: 'mail.example' }, after: null },
    ]);
    expect(told[1]?.after).toEqual({ port: 587 });
    expect(JSON.stringify(told)).not.toContain('Geheim');
  });

  test('and of secrets only that they are others', async () => {
    const row = { settings: {}, secrets: '{"password":"alt"}' };
    const { channels } = stage.house.database.reader.tables;
    await stage.house.database.transaction((tx) => tx.update(channels).set(row));
    await changeChannel(stage.house, admin, stage.channelId, { name: 'Blog', settings: {} });
    const changed = (await entries()).at(-1);
    expect(changed?.after).toEqual({ name: 'Blog' });
    expect(readFileSync(file(), 'utf8')).not.toContain('alt');
  });
});
