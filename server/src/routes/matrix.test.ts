// Every route × every role × (own channel | foreign channel | nobody), taken from the router and not from a list.
import { actions, mayEver, roles } from '@stammgast/shared/domain/permissions';
import { describe, expect, it } from 'vitest';
import { makeWorld } from '../testing/world.ts';
import { fixtures } from './matrix.fixtures.ts';
import {
  changes,
  contentOf,
  fixtureOf,
  foreign,
  forPeople,
  headersOf,
  isForChannel,
  keyOf,
  name,
  open,
  real,
  requestOf,
  routes,
  setTheStage,
  told,
} from './matrix.suite.ts';

setTheStage();

describe('the router', () => {
  it('has a valid request for every route, and no fixture without a route', () => {
    expect(real().map(keyOf).toSorted()).toEqual(Object.keys(fixtures).toSorted());
    expect(routes.length).toBeGreaterThan(40);
    for (const { action } of routes) expect(actions).toContain(action);
  });

  it('protects HEAD like GET', () => {
    for (const head of routes.filter(({ method }) => method === 'HEAD')) {
      expect(routes).toContainEqual({ ...head, method: 'GET' });
    }
  });

  it('changes nothing by GET, HEAD, OPTIONS or TRACE', async () => {
    const { cookie } = await open.browserOf('admin');
    const before = await contentOf();
    const readable = new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => url));
    for (const route of real().filter(changes)) {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'TRACE'] as const) {
        if ((method === 'GET' || method === 'HEAD') && readable.has(route.url)) continue;
        const { url } = requestOf(route, foreign) as { url: string };
        const answer = await open.inject({ method: method as 'GET', url, headers: { cookie } });
        expect([`${method} ${route.url}`, answer.statusCode]).toEqual([`${method} ${route.url}`, 404]);
      }
    }
    expect(await contentOf()).toBe(before);
  });
});

describe('nobody', () => {
  it('gets 401 from everything that is not public', async () => {
    for (const route of routes.filter(({ action }) => action !== 'public')) {
      const answer = await open.inject(requestOf(route, foreign));
      expect([keyOf(route), answer.statusCode]).toEqual([keyOf(route), 401]);
      if (route.method !== 'HEAD') expect(answer.json()).toMatchObject({ code: 'auth.required' });
    }
  });

  it('is somebody with a cookie on the doors of other systems, and with a token on those of people', async () => {
    const { cookie } = await open.browserOf('admin');
    for (const route of real().filter(({ action }) => action === 'integration')) {
      expect((await open.inject({ ...requestOf(route, foreign), headers: { cookie } })).statusCode).toBe(401);
    }
    const headers = { authorization: `Bearer ${foreign.token}` };
    for (const route of forPeople().filter(({ action }) => action !== 'public')) {
      expect((await open.inject({ ...requestOf(route, foreign), headers })).statusCode).toBe(401);
    }
  });
});

describe.each(roles)('%s', (role) => {
  it('gets 403 from everything that the policy table does not give, and nothing changes', async () => {
    const browser = await open.browserOf(role, [foreign.channelId]);
    const before = await contentOf();
    for (const route of forPeople().filter(({ action }) => !mayEver(role, action))) {
      const answer = await open.inject({ ...requestOf(route, foreign), headers: headersOf(browser) });
      expect([name(route, role), answer.statusCode]).toEqual([name(route, role), 403]);
    }
    expect(await contentOf()).toBe(before);
  });

  it('cannot tell what belongs to a foreign channel from what does not exist, and changes none of it', async () => {
    const own = await makeWorld(open);
    const browser = await open.browserOf(role, [own.channelId]);
    const before = await contentOf();
    let tried = 0;
    for (const route of real().filter(
      (one) => fixtureOf(one).params && isForChannel(one, role) && mayEver(role, one.action),
    )) {
      const headers = headersOf(browser);
      const theirs = await open.inject({ ...requestOf(route, foreign), headers });
      const none = await open.inject({ ...requestOf(route, foreign, {}), headers });
      expect([name(route, role), theirs.statusCode]).toEqual([name(route, role), 404]);
      expect(told(theirs)).toEqual(told(none));
      tried += 1;
    }
    expect(tried > 2).toBe(role !== 'admin');
    expect(await contentOf()).toBe(before);
  });

  it('gets 404 for what does not exist', async () => {
    const browser = await open.browserOf(role);
    for (const route of forPeople().filter(
      (one) => one.action !== 'public' && fixtureOf(one).params && mayEver(role, one.action),
    )) {
      const answer = await open.inject({ ...requestOf(route, foreign, {}), headers: headersOf(browser) });
      expect([name(route, role), answer.statusCode]).toEqual([name(route, role), 404]);
    }
  });

  it('may do on the own channel what the policy table says', async () => {
    for (const route of real().filter(({ action }) => action !== 'integration' && mayEver(role, action))) {
      const own = await makeWorld(open);
      const browser = await open.browserOf(role, [own.channelId]);
      const answer = await open.inject({ ...requestOf(route, own), headers: headersOf(browser) });
      const expected = fixtureOf(route).answers ?? 200;
      expect([name(route, role), answer.statusCode, answer.body]).toEqual([name(route, role), expected, answer.body]);
    }
  }, 120_000);

  it('reads nothing of a foreign channel and no secret anywhere', async () => {
    const own = await makeWorld(open);
    const browser = await open.browserOf(role, [own.channelId]);
    for (const route of real().filter(({ method, action }) => method === 'GET' && mayEver(role, action))) {
      const { body } = await open.inject({ ...requestOf(route, own), headers: headersOf(browser) });
      for (const secret of [
        '$argon2',
        own.token,
        own.secret,
        foreign.token,
        'tokenHash',
        'passwordHash',
        browser.cookie.slice(4),
      ]) {
        expect([name(route, role), body.includes(secret)]).toEqual([name(route, role), false]);
      }
      if (role === 'admin') continue;
      for (const theirs of [foreign.canary, foreign.threadId, foreign.commentId]) {
        expect([name(route, role), body.includes(theirs)]).toEqual([name(route, role), false]);
      }
    }
  });
});

describe('another system', () => {
  it('may do on its channel what it was given the token for', async () => {
    for (const route of real().filter(({ action }) => action === 'integration')) {
      const own = await makeWorld(open);
      const headers = { authorization: `Bearer ${own.token}` };
      const answer = await open.inject({ ...requestOf(route, own), headers });
      expect([keyOf(route), answer.statusCode, answer.body]).toEqual([keyOf(route), 200, answer.body]);
    }
  });

  it('cannot tell an answer of a foreign channel from none', async () => {
    const own = await makeWorld(open);
    const before = await contentOf();
    const headers = { authorization: `Bearer ${own.token}` };
    for (const route of real().filter((one) => one.action === 'integration' && fixtureOf(one).params)) {
      const theirs = await open.inject({ ...requestOf(route, foreign), headers });
      expect([keyOf(route), theirs.statusCode]).toEqual([keyOf(route), 404]);
      expect(told(theirs)).toEqual(told(await open.inject({ ...requestOf(route, foreign, {}), headers })));
    }
    const fetched = await open.inject({ url: '/api/v1/replies', headers });
    expect(fetched.body).not.toContain(foreign.canary);
    expect(await contentOf()).toBe(before);
  });
});

describe('the operator', () => {
  it('reads metrics from this machine only', async () => {
    for (const route of real().filter(({ action }) => action === 'operations')) {
      const request = requestOf(route, foreign);
      const browser = await open.browserOf('admin');
      expect((await open.inject({ ...request, headers: headersOf(browser) })).statusCode).toBe(401);
      expect((await open.inject({ ...request, remoteAddress: '127.0.0.1' })).statusCode).toBe(200);
    }
  });
});
