import type { Me } from '@stammgast/shared/contract/session';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureSetupToken } from '../flows/set-up-house.ts';
import { addSetting } from '../storage/settings.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { openTestHouse } from '../testing/open-test-house.ts';
import { registerSessionRoutes } from './session.ts';

const email = 'erna@sonnenblick.example';
const password = 'Zwölf Amseln im Garten';
const day = 24 * 3_600_000;
let open: TestApp;
let admin: Me;

beforeEach(async () => {
  open = await openTestApp(registerSessionRoutes);
  admin = (await setUp()).json();
});
afterEach(() => open.close());

async function setUp(more: object = {}): Promise<LightMyRequestResponse> {
  const token = (await ensureSetupToken(open.house)) ?? 'a token that was never printed';
  const payload = {
    token,
    houseName: 'Hotel Sonnenblick',
    timeZone: 'Europe/Berlin',
    locale: 'de',
    name: 'Erna',
    email,
    password,
    ...more,
  };
  return open.inject({ method: 'POST', url: '/api/setup', payload });
}

function signIn(given: object = {}, headers: Record<string, string> = {}, remoteAddress = '203.0.113.7') {
  const payload = { email, password, ...given };
  return open.inject({ method: 'POST', url: '/api/session', payload, headers, remoteAddress });
}

function cookieOf(answer: LightMyRequestResponse): string {
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}

const me = (cookie: string) => open.inject({ url: '/api/session', headers: { cookie } });

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and tells who one is', async () => {
    const answer = await signIn({ email: 'ERNA@sonnenblick.example' });
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^sid=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.json()).toMatchObject({ email, role: 'admin', channelIds: 'all' });
    expect(answer.json<Me>().may).toContain('team.manage');
    expect((await me(cookieOf(answer))).json()).toEqual(answer.json());
  });

  it('uses the __Host- cookie over https, and no other', async () => {
    const secure = await openTestApp(registerSessionRoutes, {
      house: open.house,
      env: { PUBLIC_URL: 'https://inbox.example' },
    });
    const answer = await secure.inject({ method: 'POST', url: '/api/session', payload: { email, password } });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; .*; Secure$/);
    const value = cookieOf(answer).split('=')[1];
    expect((await secure.inject({ url: '/api/session', headers: { cookie: `sid=${value}` } })).statusCode).toBe(401);
    await secure.app.close();
  });

  it('stores neither cookie nor password', async () => {
    const value = cookieOf(await signIn()).slice('sid='.length);
    const { tables } = open.house.database.reader;
    const stored = JSON.stringify([
      await open.house.database.reader.select().from(tables.sessions),
      await open.house.database.reader.select().from(tables.people),
    ]);
    expect(stored).not.toContain(value);
    expect(stored).not.toContain(password);
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('answers alike for a wrong password, an unknown address and somebody who was locked out', async () => {
    const wrong = await signIn({ password: 'something else' });
    const unknown = await signIn({ email: 'nobody@sonnenblick.example' });
    await open.house.database.transaction(async (tx) => {
      await tx.update(tx.tables.people).set({ active: false });
    });
    const locked = await signIn();
    const bodies = [wrong, unknown, locked].map((answer) => ({ ...answer.json<object>(), requestId: '' }));
    expect(new Set([wrong, unknown, locked].map((answer) => answer.statusCode))).toEqual(new Set([401]));
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect([wrong, unknown, locked].map((answer) => answer.headers['set-cookie'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 9; i += 1) {
      for (const [kind, address] of [
        ['known', email],
        ['unknown', `nobody${i}@sonnenblick.example`],
      ] as const) {
        const start = performance.now();
        await signIn({ email: address, password: 'something else' });
        times[kind].push(performance.now() - start);
      }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[4] ?? 0;
    const [known, unknown] = [median(times.known), median(times.unknown)];
    // The same hash is computed either way; without it the answer would come at least ten times sooner.
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(unknown).toBeLessThan(known * 2);
  });
});

describe('throttling', () => {
  it('lets ten wrong passwords through in a quarter of an hour, whatever the proxy headers say', async () => {
    for (let i = 0; i < 10; i += 1) {
      const answer = await signIn({ password: 'wrong' }, { 'x-forwarded-for': `198.51.100.${i}` }, `192.0.2.${i}`);
      expect(answer.statusCode).toBe(401);
    }
    const refused = await signIn({}, { 'x-forwarded-for': '198.51.100.99' }, '192.0.2.99');
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'auth.throttled' });
    expect(Number(refused.headers['retry-after'])).toBe(900);
    open.house.clock.forward(15 * 60_000);
    expect((await signIn()).statusCode).toBe(200);
  });

  it('cannot be outrun by asking many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => signIn({ password: 'wrong' })));
    const codes = Map.groupBy(answers, (answer) => answer.statusCode);
    expect(codes.get(401)).toHaveLength(10);
    expect(codes.get(429)).toHaveLength(15);
  });

  it('treats unknown addresses the same, and forgets after a right password', async () => {
    for (let i = 0; i < 11; i += 1) await signIn({ email: 'nobody@sonnenblick.example' });
    expect((await signIn({ email: 'nobody@sonnenblick.example' })).statusCode).toBe(429);
    for (let i = 0; i < 9; i += 1) await signIn({ password: 'wrong' });
    expect((await signIn()).statusCode).toBe(200);
    expect((await signIn({ password: 'wrong' })).statusCode).toBe(401);
  });

  it('brakes a network that tries many accounts', async () => {
    const { countHit } = await import('../team/throttles.queries.ts');
    await open.house.database.transaction(async (tx) => {
      const now = open.house.clock.now();
      const later = new Date(now.getTime() + 60_000);
      for (let i = 0; i < 100; i += 1) await countHit(tx, 'network:2001:db8:1:2::/64', now, later);
    });
    expect((await signIn({}, {}, '2001:db8:1:2:ffff::9')).statusCode).toBe(429);
    expect((await signIn({}, {}, '2001:db8:1:3::9')).statusCode).toBe(200);
  });
});

describe('sessions', () => {
  it('are new after each sign-in, and the one before is over', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn({}, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await me(first)).statusCode).toBe(401);
    expect((await me(second)).statusCode).toBe(200);
  });

  it('cannot be planted', async () => {
    const planted = `sid=${'x'.repeat(43)}`;
    const cookie = cookieOf(await signIn({}, { cookie: planted }));
    expect(cookie).not.toBe(planted);
    expect((await me(planted)).statusCode).toBe(401);
    expect((await me(`${planted}; ${cookie}`)).statusCode).toBe(401);
  });

  it('end after eight hours without use and after seven days in any case', async () => {
    const idle = cookieOf(await signIn());
    open.house.clock.forward(8 * 3_600_000);
    expect((await me(idle)).statusCode).toBe(401);
    const busy = cookieOf(await signIn());
    for (let hours = 0; hours < 7 * 24 - 4; hours += 4) {
      open.house.clock.forward(4 * 3_600_000);
      expect((await me(busy)).statusCode).toBe(200);
      // The note that it was seen is not awaited by the answer.
      await vi.waitFor(async () => {
        const { tables } = open.house.database.reader;
        const rows = await open.house.database.reader.select().from(tables.sessions);
        expect(rows.map((row) => row.lastSeenAt)).toContainEqual(open.house.clock.now());
      });
    }
    open.house.clock.forward(4 * 3_600_000);
    expect((await me(busy)).statusCode).toBe(401);
  });

  it('end by signing out', async () => {
    const answer = await signIn();
    const cookie = cookieOf(answer);
    const headers = { cookie, 'x-csrf-token': answer.json<Me>().csrfToken };
    const out = await open.inject({ method: 'DELETE', url: '/api/session', headers });
    expect(out.statusCode).toBe(200);
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('are not asked for a door or an old cookie', async () => {
    const cookie = cookieOf(await signIn());
    const door = (headers: Record<string, string>) => open.inject({ url: '/api/door', headers });
    expect((await door({ cookie })).json()).toMatchObject({ state: 'signed-in', houseName: 'Hotel Sonnenblick' });
    open.house.clock.forward(8 * day);
    expect((await door({ cookie })).json()).toMatchObject({ state: 'sign-in' });
    expect((await me('')).json()).toMatchObject({ code: 'auth.required' });
  });
});

describe('requests from other pages', () => {
  const change = async (headers: Record<string, string>, payload: unknown = { theme: 'dark' }) => {
    const cookie = cookieOf(await signIn());
    const answer = await open.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: { cookie, ...headers },
      payload: payload as object,
    });
    return [answer.statusCode, answer.json<{ code?: string }>().code];
  };
  const own = async () => {
    const answer = await signIn();
    return { cookie: cookieOf(answer), 'x-csrf-token': answer.json<Me>().csrfToken };
  };

  it('need the token of this very session', async () => {
    expect(await change({})).toEqual([403, 'auth.csrf']);
    expect(await change({ 'x-csrf-token': '' })).toEqual([403, 'auth.csrf']);
    const other = await own();
    expect(await change({ 'x-csrf-token': other['x-csrf-token'] })).toEqual([403, 'auth.csrf']);
    expect(await change(other)).toEqual([200, undefined]);
  });

  it('are refused by origin and by what the browser says of them', async () => {
    expect(await change({ ...(await own()), origin: 'https://evil.example' })).toEqual([403, 'auth.csrf']);
    expect(await change({ ...(await own()), origin: 'null' })).toEqual([403, 'auth.csrf']);
    expect(await change({ ...(await own()), 'sec-fetch-site': 'cross-site' })).toEqual([403, 'auth.csrf']);
    expect(await change({ ...(await own()), host: 'localhost:80', origin: 'http://localhost:80' })).toEqual([
      200,
      undefined,
    ]);
    expect(await change({ ...(await own()), 'sec-fetch-site': 'same-origin' })).toEqual([200, undefined]);
    const text = { ...(await own()), 'content-type': 'text/plain' };
    expect(await change(text, JSON.stringify({ theme: 'dark' }))).toEqual([415, 'input.media_type']);
  });

  it('cannot sign anybody in either', async () => {
    expect((await signIn({}, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await signIn({}, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });
});

describe('the own account', () => {
  it('changes name, language and theme and nothing else', async () => {
    const answer = await signIn();
    const headers = { cookie: cookieOf(answer), 'x-csrf-token': answer.json<Me>().csrfToken };
    const patch = (payload: object) => open.inject({ method: 'PATCH', url: '/api/me', headers, payload });
    expect((await patch({ name: 'Erna Vogel', locale: 'en', theme: 'dark' })).json()).toMatchObject({
      name: 'Erna Vogel',
      locale: 'en',
      theme: 'dark',
    });
    const { people } = open.house.database.reader.tables;
    const before = await open.house.database.reader.select().from(people);
    for (const more of [
      { role: 'admin' },
      { id: 'x' },
      { email: 'x@x.example' },
      { active: false },
      { passwordHash: 'x' },
      { channels: [1] },
    ]) {
      expect((await patch({ theme: 'light', ...more })).statusCode).toBe(400);
    }
    expect(await open.house.database.reader.select().from(people)).toEqual(before);
  });

  it('keeps what the person prefers, for every device, and refuses keys that cannot work', async () => {
    const answer = await signIn();
    const headers = { cookie: cookieOf(answer), 'x-csrf-token': answer.json<Me>().csrfToken };
    const patch = (preferences: object) =>
      open.inject({ method: 'PATCH', url: '/api/me', headers, payload: { preferences } });
    const preferences = { keysOff: true, keyMap: { next: ['w', 'ArrowDown'], back: ['q'] }, undoSeconds: 20 };
    expect((await patch(preferences)).json()).toMatchObject({ preferences });
    expect((await signIn()).json()).toMatchObject({ preferences });

    const refusals = [
      [{ gone: ['q'] }, { reason: 'unknown', command: 'gone' }],
      [{ next: ['k'] }, { reason: 'taken', command: 'next', key: 'k', by: 'previous' }],
      [{ next: ['@'] }, { reason: 'hidden', command: 'next', key: '@' }],
      [{ send: ['q'] }, { reason: 'text', command: 'send', key: 'q' }],
    ] as const;
    for (const [keyMap, context] of refusals) {
      const refused = await patch({ keyMap });
      expect([refused.statusCode, refused.json()]).toMatchObject([422, { code: 'profile.keys', context }]);
    }
    for (const wrong of [
      { undoSeconds: 7 },
      { keyMap: { next: 'j' } },
      { keyMap: { next: ['j', 'k', 'l', 'h', 'u'] } },
    ])
      expect((await patch(wrong)).statusCode).toBe(400);
    expect((await signIn()).json()).toMatchObject({ preferences });
  });

  it('drops stored keys that a newer version gives to another command', async () => {
    const { people } = open.house.database.reader.tables;
    await open.house.database.transaction((tx) =>
      tx.update(people).set({ preferences: { keyMap: { next: ['k'], gone: ['q'], note: ['q'] }, undoSeconds: 5 } }),
    );
    expect((await signIn()).json<Me>().preferences).toEqual({ keyMap: { note: ['q'] }, undoSeconds: 5 });
  });

  it('changes the password, ends the other sessions and goes on with a new one', async () => {
    const other = cookieOf(await signIn());
    const answer = await signIn();
    const headers = { cookie: cookieOf(answer), 'x-csrf-token': answer.json<Me>().csrfToken };
    const change = (current: string, next: string) =>
      open.inject({ method: 'POST', url: '/api/me/password', headers, payload: { current, next } });
    expect((await change('wrong', 'Dreizehn Meisen im Hof')).json()).toMatchObject({ code: 'auth.wrong_password' });
    expect((await change(password, 'Passwort2026!')).json()).toMatchObject({ code: 'auth.weak_password' });
    const changed = await change(password, 'Dreizehn Meisen im Hof');
    expect(changed.statusCode).toBe(200);
    expect((await me(other)).statusCode).toBe(401);
    expect((await me(headers.cookie)).statusCode).toBe(401);
    expect((await me(cookieOf(changed))).json()).toEqual(changed.json());
    expect((await signIn()).statusCode).toBe(401);
    expect((await signIn({ password: 'Dreizehn Meisen im Hof' })).statusCode).toBe(200);
  });
});

describe('first run', () => {
  it('names the house and signs its first administrator in', async () => {
    expect(admin).toMatchObject({
      name: 'Erna',
      role: 'admin',
      house: { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', demo: false, undoSeconds: 10 },
    });
  });

  it('is over after the first time', async () => {
    expect(await ensureSetupToken(open.house)).toBeNull();
    const again = await setUp({ token: 'x'.repeat(43) });
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([404, 'setup.done']);
  });

  it('needs the newest printed token, a real time zone and a good password', async () => {
    const fresh = await openTestApp(registerSessionRoutes);
    const old = await ensureSetupToken(fresh.house);
    const token = await ensureSetupToken(fresh.house);
    const send = async (more: object) => {
      const payload = {
        token,
        houseName: 'Hotel',
        timeZone: 'Europe/Berlin',
        locale: 'de',
        name: 'Erna',
        email,
        password,
      };
      const answer = await fresh.inject({ method: 'POST', url: '/api/setup', payload: { ...payload, ...more } });
      return [answer.statusCode, answer.json<{ code?: string }>().code];
    };
    expect((await fresh.inject({ url: '/api/door' })).json()).toMatchObject({ state: 'setup', houseName: null });
    expect(await send({ token: old })).toEqual([403, 'auth.token_invalid']);
    expect(await send({ token: '' })).toEqual([400, 'input.invalid']);
    expect(await send({ token: [token] })).toEqual([400, 'input.invalid']);
    expect(await send({ timeZone: 'Europe/Entenhausen' })).toEqual([400, 'input.invalid']);
    expect(await send({ password: 'stammgast-2026' })).toEqual([400, 'auth.weak_password']);
    expect(await send({ role: 'admin' })).toEqual([400, 'input.invalid']);
    const both = await Promise.all([send({}), send({ email: 'second@sonnenblick.example' })]);
    expect(both.map(([status]) => status).toSorted()).toEqual([200, 404]);
    await fresh.close();
  });
});

describe('the demo door', () => {
  it('is shut in a real house', async () => {
    const answer = await open.inject({ method: 'POST', url: '/api/demo/session', payload: { role: 'admin' } });
    expect(answer.statusCode).toBe(404);
  });

  it('lets in as one of the fictional team, never as anybody else', async () => {
    const demo = await openTestApp(registerSessionRoutes, { house: await openTestHouse({ demo: true }) });
    const enter = () => demo.inject({ method: 'POST', url: '/api/demo/session', payload: { role: 'lead' } });
    const add = (id: string, isDemo: boolean) =>
      demo.house.database.transaction(async (tx) => {
        const row = {
          id,
          name: id,
          email: `${id}@x.example`,
          role: 'lead',
          demo: isDemo,
          createdAt: demo.house.clock.now(),
        } as const;
        await tx.insert(tx.tables.people).values(row);
      });
    const doorIsOpen = async () => (await demo.inject({ method: 'GET', url: '/api/door' })).json().demo;
    await add('a-real-person', false);
    expect((await enter()).statusCode).toBe(404);
    expect(await doorIsOpen()).toBe(false);
    await add('fictional', true);
    await demo.house.database.transaction((tx) =>
      addSetting(tx, 'demo', {
        seededAt: '2026-03-05T12:00:00.000Z',
        ownsHouse: true,
        policyIds: [],
        calendarIds: [],
        gusts: 0,
      }),
    );
    expect(await doorIsOpen()).toBe(true);
    expect((await enter()).json()).toMatchObject({
      id: 'fictional',
      role: 'lead',
      channelIds: [],
      house: { demo: true },
    });
    await demo.close();
  });
});
