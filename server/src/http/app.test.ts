import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerSessionRoutes } from '../routes/session.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';

let folder: string;
let open: TestApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-client-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Stammgast</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  open = await openTestApp(
    (app, house, config) => {
      registerSessionRoutes(app, house, config);
      app.get('/api/broken', { config: { action: 'public' } }, async () => {
        throw new Error('a secret of the inside');
      });
    },
    { clientFolder: folder },
  );
});
afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('every answer', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/assets/index-abc123.js'],
    ['GET', '/api/door'],
    ['GET', '/api/session'],
    ['GET', '/api/nothing-here'],
    ['GET', '/api/broken'],
    ['GET', '/%zz'],
    ['POST', '/threads'],
    ['TRACE', '/api/door'],
  ] as const)('%s %s carries the safety headers', async (method, url) => {
    const answer = await open.inject({ method: method as 'GET', url });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(answer.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect(answer.headers['x-powered-by']).toBeUndefined();
    if (url.startsWith('/api')) expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('asks for https only where the house is reached by https', async () => {
    const secure = await openTestApp(() => undefined, { env: { PUBLIC_URL: 'https://inbox.example' } });
    const { headers } = await secure.inject({ url: '/' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
    await secure.close();
  });
});

describe('problems', () => {
  it('tells nothing of the inside but the request id', async () => {
    const answer = await open.inject({ url: '/api/broken' });
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).not.toContain('secret');
    const requestId = answer.headers['x-request-id'];
    expect(answer.json()).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'server.failed',
      requestId,
    });
  });

  it.each([
    ['{"email":', 400, 'input.invalid'],
    ['', 400, 'input.invalid'],
    ['{"__proto__":{"polluted":1}}', 400, 'input.invalid'],
    ['{"constructor":{"prototype":{"polluted":1}}}', 400, 'input.invalid'],
    ['[]', 400, 'input.invalid'],
    ['null', 400, 'input.invalid'],
    ['"text"', 400, 'input.invalid'],
    [`{"email":"${'a'.repeat(300_000)}"}`, 413, 'input.too_large'],
  ])('refuses the body %.40s', async (payload, status, code) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await open.inject({ method: 'POST', url: '/api/session', headers, payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code, status });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/xml',
    'text/json',
    'application',
    ' ',
  ])('refuses JSON that calls itself %s', async (type) => {
    const payload = '{"email":"erna@sonnenblick.example","password":"x"}';
    const answer = await open.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toMatchObject({ code: 'input.media_type' });
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/json;x=y',
    'application/json\t',
  ])('validates alike for %s', async (type) => {
    const payload = '{"email":"erna@sonnenblick.example","password":"x","more":1}';
    const headers = { 'content-type': type };
    const answer = await open.inject({ method: 'POST', url: '/api/session', headers, payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ fields: [{ path: 'body', code: 'unrecognized_keys' }] });
  });

  it('is a 404 for a path, a method or an address that does not exist', async () => {
    for (const request of [
      { method: 'GET', url: '/api/nothing' },
      { method: 'PUT', url: '/api/session' },
      { method: 'OPTIONS', url: '/api/session' },
      { method: 'GET', url: '/api' },
      { method: 'GET', url: '/assets/old.js' },
      { method: 'GET', url: '/../package.json' },
      { method: 'GET', url: '/assets/..%2f..%2fpackage.json' },
    ] as const) {
      const answer = await open.inject(request);
      expect([request.url, answer.statusCode]).toEqual([request.url, 404]);
      expect(answer.json()).toMatchObject({ code: 'not_found' });
    }
  });
});

describe('the client', () => {
  it('keeps hashed files for ever and the page never', async () => {
    const script = await open.inject({ url: '/assets/index-abc123.js' });
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toContain('javascript');
    for (const url of ['/', '/threads/0198', '/settings/team?tab=1', '/invitation/abcdefghijklmnopqrstuvwxyz']) {
      const page = await open.inject({ url });
      expect(page.statusCode).toBe(200);
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.body).toContain('<title>Stammgast</title>');
    }
    expect((await open.inject({ url: '/icon.svg' })).headers['content-type']).toBe('image/svg+xml');
  });
});

it('refuses a route without a row of the policy table', async () => {
  const register = openTestApp((app) => app.get('/api/open-door', async () => 'welcome'));
  await expect(register).rejects.toThrow('GET /api/open-door has no row of the policy table');
});
