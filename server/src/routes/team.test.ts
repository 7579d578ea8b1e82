import type { Me } from '@stammgast/shared/contract/session';
import type { Invitation, Person } from '@stammgast/shared/contract/team';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { registerSessionRoutes } from './session.ts';
import { registerTeamRoutes } from './team.ts';

let open: TestApp;
let admin: TestBrowser;
const channels = ['channel-1', 'channel-2'];

beforeEach(async () => {
  open = await openTestApp((app, house, config) => {
    registerSessionRoutes(app, house, config);
    registerTeamRoutes(app, house, config);
  });
  const createdAt = open.house.clock.now();
  await open.house.database.transaction(async (tx) => {
    const rows = channels.map((id) => ({ id, platform: 'api' as const, name: id, settings: {}, createdAt }));
    await tx.insert(tx.tables.channels).values(rows);
  });
  admin = await open.browserOf('admin');
});
afterEach(() => open.close());

const people = async () => (await admin.call('GET', '/api/people')).json<{ people: Person[] }>().people;
const change = (id: string, body: object) => admin.call('PATCH', `/api/people/${id}`, body);

describe('people', () => {
  it('are colleagues to everybody and have an e-mail only for administrators', async () => {
    const agent = await open.browserOf('agent', ['channel-1']);
    const { colleagues } = (await agent.call('GET', '/api/colleagues')).json<{ colleagues: object[] }>();
    expect(colleagues).toHaveLength(2);
    const self = { id: agent.personId, name: 'Test agent', role: 'agent', active: true, channelIds: ['channel-1'] };
    expect(colleagues).toContainEqual(self);
    expect((await agent.call('GET', '/api/people')).statusCode).toBe(403);
    expect(await people()).toContainEqual(
      expect.objectContaining({
        id: agent.personId,
        channelIds: ['channel-1'],
        lastSeenAt: open.house.clock.now().toISOString(),
      }),
    );
  });

  it('lose their sessions at once when their rights change', async () => {
    for (const right of [{ role: 'supervisor' }, { channelIds: ['channel-2'] }, { active: false }]) {
      const agent = await open.browserOf('agent', ['channel-1']);
      expect((await agent.call('GET', '/api/session')).statusCode).toBe(200);
      expect((await change(agent.personId, right)).json()).toMatchObject(right);
      expect((await agent.call('GET', '/api/session')).statusCode).toBe(401);
      const facts = await open.house.database.reader.select().from(open.house.database.reader.tables.events);
      expect(facts.at(-1)).toMatchObject({
        kind: 'person.changed',
        personId: admin.personId,
        payload: { personId: agent.personId, sessionsEnded: true },
      });
    }
  });

  it('cannot be put on channels that do not exist', async () => {
    const agent = await open.browserOf('agent', ['channel-1']);
    const answer = await change(agent.personId, { role: 'lead', channelIds: ['channel-1', 'channel-9'] });
    expect(answer.statusCode).toBe(422);
    expect((await people()).find(({ id }) => id === agent.personId)).toMatchObject({
      role: 'agent',
      channelIds: ['channel-1'],
    });
    expect((await agent.call('GET', '/api/session')).statusCode).toBe(200);
  });

  it('keep one administrator, also when two demote each other', async () => {
    for (const right of [{ role: 'lead' }, { active: false }]) {
      expect((await change(admin.personId, right)).json()).toMatchObject({ status: 409, code: 'team.last_admin' });
    }
    const second = await open.browserOf('admin');
    const both = await Promise.all([
      change(second.personId, { role: 'agent' }),
      second.call('PATCH', `/api/people/${admin.personId}`, { role: 'agent' }),
    ]);
    expect(both.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
  });

  it('are not found by a wrong id', async () => {
    expect((await change('nobody', { role: 'lead' })).json()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('invitations', () => {
  const given = { name: 'Karl', email: 'Karl@sonnenblick.example', role: 'agent', channelIds: ['channel-1'] };
  const invite = async (more: object = {}) => {
    const answer = await admin.call('POST', '/api/invitations', { ...given, ...more });
    return answer.json<{ invitation: Invitation; link: string; code?: string }>();
  };
  const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);
  const accept = (token: string, more: object = {}) => {
    const payload = { name: 'Karl', password: 'Zwölf Amseln im Garten', locale: 'de', ...more };
    return open.inject({ method: 'POST', url: `/api/invitations/${token}`, payload });
  };

  it('lead to an account with the invited rights, once', async () => {
    const { link, invitation } = await invite();
    expect(link).toMatch(/^http:\/\/localhost(:80)?\/invitation\/[\w-]{43}$/);
    expect(invitation).toMatchObject({ email: 'karl@sonnenblick.example', expiresAt: '2026-03-06T13:00:00.000Z' });
    const token = tokenOf(link);
    expect((await open.inject({ url: `/api/invitations/${token}` })).json()).toMatchObject({
      name: 'Karl',
      email: 'karl@sonnenblick.example',
    });
    expect((await accept(token, { role: 'admin' })).statusCode).toBe(400);
    expect((await accept(token, { password: 'Passwort2026!' })).json()).toMatchObject({ code: 'auth.weak_password' });
    const accepted = await accept(token);
    expect(accepted.json<Me>()).toMatchObject({ role: 'agent', channelIds: ['channel-1'], name: 'Karl' });
    for (const answer of [await accept(token), await open.inject({ url: `/api/invitations/${token}` })]) {
      expect(answer.json()).toMatchObject({ status: 410, code: 'auth.token_used' });
    }
  });

  it('are accepted once when two try at the same time', async () => {
    const token = tokenOf((await invite()).link);
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 410]);
  });

  it('end after a day, by withdrawal and by a newer one', async () => {
    const withdrawn = await invite({ email: 'a@x.example' });
    expect((await admin.call('DELETE', `/api/invitations/${withdrawn.invitation.id}`)).statusCode).toBe(200);
    expect((await admin.call('DELETE', `/api/invitations/${withdrawn.invitation.id}`)).statusCode).toBe(404);
    const older = await invite();
    const newer = await invite();
    expect((await accept(tokenOf(withdrawn.link))).statusCode).toBe(404);
    expect((await accept(tokenOf(older.link))).json()).toMatchObject({ code: 'auth.token_invalid' });
    open.house.clock.forward(24 * 3_600_000);
    expect((await accept(tokenOf(newer.link))).json()).toMatchObject({ status: 410, code: 'auth.token_invalid' });
  });

  it.each(['', 'undefined', 'null', '[]', '%00'])('are not found by the token "%s"', async (token) => {
    expect([400, 404]).toContain((await accept(token)).statusCode);
  });

  it('refuse a taken address and a channel that does not exist', async () => {
    const token = tokenOf((await invite()).link);
    await accept(token);
    expect(await invite()).toMatchObject({ code: 'team.email_taken' });
    expect(await invite({ email: 'b@x.example', channelIds: ['channel-9'] })).toMatchObject({ code: 'input.invalid' });
  });

  it('keep only a hash of the link', async () => {
    const token = tokenOf((await invite()).link);
    const { tables } = open.house.database.reader;
    expect(JSON.stringify(await open.house.database.reader.select().from(tables.invitations))).not.toContain(token);
  });
});
