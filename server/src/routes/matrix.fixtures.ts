// A valid request for every route, so that nothing but the right to make it decides the answer.
import { randomUUID } from 'node:crypto';
import type { World } from '../testing/world.ts';

export interface RouteFixture {
  /** Path parameters that name something of this world. */
  readonly params?: (world: World) => Record<string, string>;
  readonly query?: (world: World) => Record<string, string>;
  readonly body?: (world: World) => object;
  /** What a caller with the right gets; 200 when left out. */
  readonly answers?: number;
}

const policy = {
  name: 'Eilig',
  channelId: null,
  sentiment: 'negative',
  urgency: null,
  author: null,
  tag: null,
  language: null,
  firstMinutes: 30,
  nextMinutes: null,
  resolutionMinutes: null,
};
const snippet = { language: 'de', channelId: null, bodySie: 'Danke für Ihren Hinweis.', bodyDu: null };
const credentials = { email: 'nobody@x.example', password: 'Zwölf Amseln im Garten' };
const person = { name: 'Erna', password: credentials.password, locale: 'de' };

const mail = {
  ...{ host: '127.0.0.1', port: 9, security: 'none', user: null },
  ...{ senderName: 'Hotel', senderAddress: 'a@x.example' },
};

const reportQuestion = { from: '2026-03-01', to: '2026-04-01', grain: 'week' };
/** Karl is an agent, who may read none. */
const reportSchedule = ({ personId }: World) => ({
  ...{ name: 'Woche', cadence: 'weekly', grain: 'day', by: 'channel', evenEmpty: false },
  recipients: [{ personId, language: 'de' }],
});

const device = {
  endpoint: 'https://push.example/abc',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  ...{ auth: 'BTBZMqHH6r4Tts7J_aSIgg', label: 'Firefox' },
};

const nextYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString();
const thread = ({ threadId }: World) => ({ threadId });
const view = () => ({ viewId: randomUUID() });
const comment = ({ commentId }: World) => ({ commentId });
const author = ({ authorId }: World) => ({ authorId });
const moderation = ({ moderationId }: World) => ({ moderationId });
const sample = ({ sampleId }: World) => ({ sampleId });
const review = ({ reviewId }: World) => ({ reviewId });
const channel = ({ channelId }: World) => ({ channelId });
const team = ({ teamId }: World) => ({ teamId });
const incident = (world: World) => ({ incident: world.incident });
const reply = (kind: keyof World['replies']) => (world: World) => ({ replyId: world.replies[kind] });

export const fixtures: Readonly<Record<string, RouteFixture>> = {
  'GET /livez': {},
  'GET /readyz': {},
  'GET /metrics': {},
  'GET /api/openapi.json': {},

  'GET /api/door': {},
  'POST /api/setup': {
    body: () => ({
      token: 'x'.repeat(43),
      houseName: 'Hotel',
      timeZone: 'Europe/Berlin',
      email: 'a@x.example',
      ...person,
    }),
    answers: 404,
  },
  'POST /api/session': { body: () => credentials, answers: 401 },
  'POST /api/demo/session': { body: () => ({ role: 'admin' }), answers: 404 },
  'DELETE /api/demo': { answers: 404 },
  'GET /api/session': {},
  'DELETE /api/session': {},
  'PATCH /api/me': { body: () => ({ theme: 'dark' }) },
  'POST /api/me/password': { body: () => ({ current: 'wrong', next: credentials.password }), answers: 403 },
  'GET /api/invitations/:token': { params: ({ invitationToken }) => ({ token: invitationToken }) },
  'POST /api/invitations/:token': { params: ({ invitationToken }) => ({ token: invitationToken }), body: () => person },

  'GET /api/colleagues': {},
  'GET /api/people': {},
  'PATCH /api/people/:personId': { params: ({ personId }) => ({ personId }), body: () => ({ role: 'lead' }) },
  'POST /api/invitations': {
    body: ({ channelId }) => ({
      name: 'Ida',
      email: `${randomUUID()}@x.example`,
      role: 'agent',
      channelIds: [channelId],
    }),
  },
  'DELETE /api/invitations/:invitationId': { params: ({ invitationId }) => ({ invitationId }) },

  'PATCH /api/house': { body: () => ({ register: 'du' }) },
  'GET /api/house/state': {},
  'POST /api/house/set-aside/:factId/retry': { params: () => ({ factId: randomUUID() }), answers: 404 },

  'GET /api/mail': {},
  'PUT /api/mail': { body: () => mail },
  'DELETE /api/mail': {},
  'POST /api/mail/test': { answers: 422 },

  'GET /api/me/devices': {},
  'POST /api/me/devices': { body: () => device },
  // Only one's own are there, and nobody of this world has one.
  'DELETE /api/me/devices/:deviceId': { params: () => ({ deviceId: randomUUID() }), answers: 404 },
  'POST /api/me/devices/:deviceId/test': { params: () => ({ deviceId: randomUUID() }), answers: 404 },
  'GET /api/notifications': {},
  'GET /api/notifications/unread': {},
  'POST /api/notifications/read': { body: () => ({}) },

  'GET /api/threads': {},
  'GET /api/threads/counts': {},
  'GET /api/views': {},
  'GET /api/views/counts': {},
  'POST /api/views': { body: () => ({ name: 'Kritik', q: 'is:open sentiment:negative' }) },
  // Only one's own are there, and nobody of this world has kept one.
  'PATCH /api/views/:viewId': { params: view, body: () => ({ name: 'Lob' }), answers: 404 },
  'DELETE /api/views/:viewId': { params: view, answers: 404 },
  'POST /api/views/:viewId/sharing': { params: view, answers: 404 },
  'PATCH /api/team-views/:viewId': { params: view, body: () => ({ name: 'Lob' }), answers: 404 },
  'DELETE /api/team-views/:viewId': { params: view, answers: 404 },
  'GET /api/threads/:threadId': { params: thread },
  'GET /api/threads/:threadId/context': { params: thread },
  'POST /api/threads/:threadId/assignment': { params: thread, body: () => ({ assigneeId: null }) },
  'POST /api/threads/:threadId/resolution': { params: thread, body: () => ({ reason: 'no-answer-needed' }) },
  'DELETE /api/threads/:threadId/resolution': { params: thread, answers: 409 },
  'POST /api/threads/:threadId/merge': { params: thread, body: ({ otherThreadId }) => ({ from: [otherThreadId] }) },
  'POST /api/threads/:threadId/split': {
    params: thread,
    body: ({ secondCommentId }) => ({ commentIds: [secondCommentId] }),
  },
  'POST /api/threads/:threadId/claim': { params: thread, body: () => ({}) },
  'DELETE /api/threads/:threadId/claim': { params: thread },
  'PUT /api/threads/:threadId/snooze': { params: thread, body: () => ({ until: nextYear(), pastDue: true }) },
  'DELETE /api/threads/:threadId/snooze': { params: thread },
  'GET /api/tags': {},
  'PATCH /api/threads/:threadId/tags': { params: thread, body: () => ({ add: ['Lüftung'] }) },
  'PUT /api/threads/:threadId/read': { params: thread, body: () => ({ until: new Date().toISOString() }) },
  'DELETE /api/threads/:threadId/read': { params: thread },
  'POST /api/threads/bulk': { body: ({ threadId }) => ({ threadIds: [threadId], action: { kind: 'read' } }) },
  'POST /api/threads/:threadId/notes': { params: thread, body: () => ({ body: 'Küche fragen' }) },
  'PATCH /api/comments/:commentId/assessment': { params: comment, body: () => ({ sentiment: 'positive' }) },
  'POST /api/comments/:commentId/moderation': { params: comment, body: () => ({ verdict: 'spam' }), answers: 422 },
  'PUT /api/comments/:commentId/like': { params: comment, answers: 422 },
  'DELETE /api/comments/:commentId/like': { params: comment, answers: 422 },
  'POST /api/comments/:commentId/settlement': { params: comment },
  'GET /api/threads/:threadId/mergeable': { params: thread },
  'GET /api/authors/:authorId/person': { params: author },
  'PUT /api/authors/:authorId/person': { params: author, body: ({ otherAuthorId }) => ({ authorId: otherAuthorId }) },
  'DELETE /api/authors/:authorId/person': { params: author },
  'GET /api/accounts': { query: ({ canary }) => ({ text: canary }) },
  'GET /api/moderations': {},
  'POST /api/moderations/:moderationId/decision': {
    params: moderation,
    body: () => ({ decision: 'rejected', remark: 'Das ist Kritik.' }),
  },
  // Only who asked may take it back.
  'DELETE /api/moderations/:moderationId': { params: moderation, answers: 409 },

  'POST /api/threads/:threadId/replies': {
    params: thread,
    body: ({ commentId }) => ({ commentId, body: 'Das tut uns leid.', idempotencyKey: randomUUID() }),
  },
  'GET /api/threads/:threadId/drafts': { params: thread },
  'GET /api/threads/:threadId/draft-versions': { params: thread },
  'PUT /api/threads/:threadId/drafts': {
    params: thread,
    body: ({ commentId }) => ({
      kind: 'note',
      commentId,
      body: 'Küche fr',
      said: 1,
      idempotencyKey: randomUUID(),
      base: 0,
    }),
  },
  'DELETE /api/threads/:threadId/drafts': {
    params: thread,
    query: () => ({ kind: 'note', base: '0' }),
  },
  'POST /api/replies/:replyId/undo': { params: reply('queued') },
  'POST /api/replies/:replyId/retry': { params: reply('failed') },
  'POST /api/replies/:replyId/discard': { params: reply('failed') },
  'POST /api/replies/:replyId/check': { params: reply('unconfirmed') },
  'POST /api/replies/:replyId/answered': { params: reply('by-hand'), body: () => ({}) },

  'POST /api/threads/:threadId/promises': {
    params: thread,
    body: () => ({ words: 'Wir melden uns bis Freitag.', dueAt: '2026-03-06T17:00:00.000Z' }),
  },
  'PATCH /api/promises/:promiseId': {
    params: ({ promiseId }) => ({ promiseId }),
    body: () => ({ step: 'confirm' }),
  },

  'POST /api/replies/:replyId/approval': { params: reply('awaiting-approval'), body: () => ({ version: 1 }) },
  'DELETE /api/replies/:replyId/approval': { params: reply('approved') },
  'POST /api/replies/:replyId/rejection': {
    params: reply('awaiting-approval'),
    body: () => ({ version: 1, remark: 'Bitte kürzer.' }),
  },
  'GET /api/threads/:threadId/guests': { params: thread },
  'POST /api/threads/:threadId/guests': {
    params: thread,
    body: ({ commentId }) => ({ purpose: 'write', commentId, guestName: 'Dr. Huber' }),
  },
  'DELETE /api/guests/:guestId': { params: ({ guestId }) => ({ guestId }) },
  'GET /api/guest/:token': { params: ({ guestToken }) => ({ token: guestToken }) },
  'POST /api/guest/:token': {
    params: ({ guestToken }) => ({ token: guestToken }),
    body: () => ({ decision: 'write', body: 'Das bedauern wir.' }),
  },

  'GET /api/channels/:channelId/answers': { params: channel },
  'GET /api/snippets': {},
  'POST /api/snippets': { body: () => ({ ...snippet, name: randomUUID() }) },
  'PUT /api/snippets/:snippetId': {
    params: ({ snippetId }) => ({ snippetId }),
    body: () => ({ ...snippet, name: randomUUID(), version: 1 }),
  },
  'DELETE /api/snippets/:snippetId': { params: ({ snippetId }) => ({ snippetId }) },

  'GET /api/channels': {},
  'GET /api/channels/silent': {},
  'GET /api/connections': {},
  'POST /api/connections/test': {
    body: () => ({ platform: 'feed', settings: { url: 'http://127.0.0.1:9/feed' }, allowPrivateAddress: false }),
  },
  'POST /api/channels': {
    body: () => ({
      platform: 'api',
      name: 'Forum',
      settings: {},
      allowPrivateAddress: false,
      replyRegister: 'sie',
      language: null,
    }),
  },
  'GET /api/channels/:channelId/settings': { params: channel },
  'PATCH /api/channels/:channelId': { params: channel, body: () => ({ name: 'Hausblog' }) },
  'POST /api/channels/:channelId/token': { params: channel },
  'POST /api/channels/:channelId/fetch': { params: channel },
  'DELETE /api/channels/:channelId': { params: channel },

  'GET /api/teams': {},
  'POST /api/teams': { body: ({ channelId }) => ({ name: randomUUID(), channelIds: [channelId] }) },
  'PUT /api/teams/:teamId': { params: team, body: () => ({ name: randomUUID(), channelIds: [] }) },
  'DELETE /api/teams/:teamId': { params: team },

  'GET /api/sla': {},
  'POST /api/sla/preview': { body: () => ({ change: { does: 'add-policy', policy } }) },
  'POST /api/sla/changes': { body: () => ({ change: { does: 'add-policy', policy }, running: 'keep' }) },
  'GET /api/sla/holidays': { query: () => ({ region: 'DE-BY' }) },
  'GET /api/reports': { query: () => reportQuestion },
  'GET /api/reports/export': { query: () => ({ ...reportQuestion, part: 'table', format: 'csv', language: 'de' }) },
  'GET /api/report-schedules': {},
  'POST /api/report-schedules': { body: reportSchedule, answers: 422 },
  // Nobody of this world is sent a report.
  'PUT /api/report-schedules/:scheduleId': {
    params: () => ({ scheduleId: randomUUID() }),
    body: reportSchedule,
    answers: 404,
  },
  'DELETE /api/report-schedules/:scheduleId': { params: () => ({ scheduleId: randomUUID() }), answers: 404 },
  'GET /api/audit': {},
  'GET /api/wall': {},
  'GET /api/wall/hours': {},
  'GET /api/wall/numbers': {},
  'GET /api/wall/usual': {},
  'POST /api/wall/people': { body: () => ({}), answers: 403 },
  'GET /api/me/figures': {},
  'GET /api/codetermination': {},
  'PUT /api/codetermination': { body: () => ({ perPerson: false, reason: 'Betriebsvereinbarung' }) },
  'GET /api/radar': {},
  'GET /api/incidents': {},
  'GET /api/incidents/:incident': { params: incident },
  'PATCH /api/incidents/:incident': { params: incident, body: () => ({ step: { name: 'calm', done: true } }) },
  'GET /api/review': {},
  'PUT /api/review/settings': {
    body: () => ({ percent: 10, channels: {}, twicePercent: 10, goal: 20, hideAuthor: true }),
  },
  'GET /api/review/samples': {},
  'GET /api/review/samples/:sampleId': { params: sample },
  'POST /api/review/samples/:sampleId/review': { params: sample, body: () => ({ scores: null }) },
  'POST /api/reviews/:reviewId/decision': {
    params: review,
    body: () => ({ decision: 'stands', comment: 'Bleibt so.' }),
  },
  // Only the author's own affair.
  'POST /api/reviews/:reviewId/dispute': { params: review, body: () => ({ comment: 'Nein.' }), answers: 404 },
  'POST /api/examples/:exampleId/consent': {
    params: ({ exampleId }) => ({ exampleId }),
    body: () => ({ consent: 'given' }),
    answers: 404,
  },
  'GET /api/me/reviews': {},
  'GET /api/examples': {},
  'GET /api/review/figures': {},
  'GET /api/review/calibrations': {},
  // Three scored threads are needed.
  'POST /api/review/calibrations': { body: ({ channelId }) => ({ channelId }), answers: 422 },
  'POST /api/review/calibrations/:calibrationId/closing': { params: ({ calibrationId }) => ({ calibrationId }) },
  'GET /api/facts': { query: () => ({ after: '0' }) },

  'POST /api/v1/comments': { body: () => ({ comments: [{ externalId: 'open', removed: true, version: 0 }] }) },
  'GET /api/v1/replies': {},
  'POST /api/v1/replies/:replyId/published': { params: reply('publishing'), body: () => ({ externalId: 'a1' }) },
  'POST /api/v1/replies/:replyId/failed': { params: reply('publishing'), body: () => ({ reason: 'Konto gesperrt' }) },
};
