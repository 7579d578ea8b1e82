import { afterEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../http/metrics.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { openTestHouse } from '../testing/open-test-house.ts';
import { registerOperationRoutes } from './operations.ts';

let open: TestApp;
afterEach(() => open.close());

const openWith = (env: Record<string, string> = {}) =>
  openTestApp((app, house) => registerOperationRoutes(app, house, createMetrics()), { env });

describe('/readyz', () => {
  it('is ready on a database that answers and takes writes', async () => {
    open = await openWith();
    const answer = await open.inject({ url: '/readyz', remoteAddress: '203.0.113.7' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { ready: true, reason: null }]);
    expect((await open.inject({ url: '/livez' })).json()).toEqual({ alive: true });
  });

  it('says so when nothing can be written, and comes back by itself', async () => {
    const house = await openTestHouse();
    let full = true;
    const database: typeof house.database = {
      ...house.database,
      transaction: (work) => (full ? Promise.reject(new Error('disk full')) : house.database.transaction(work)),
    };
    const metrics = createMetrics();
    open = await openTestApp((app) => registerOperationRoutes(app, { ...house, database }, metrics), { house });
    const sick = await open.inject({ url: '/readyz' });
    expect([sick.statusCode, sick.json()]).toEqual([503, { ready: false, reason: 'database_not_writable' }]);
    expect((await open.inject({ url: '/livez' })).statusCode).toBe(200);
    full = false;
    house.clock.forward(5000);
    expect((await open.inject({ url: '/readyz' })).statusCode).toBe(200);
  });
});

describe('/metrics', () => {
  const url = '/metrics';

  it('is for this machine, but not for those whom a proxy on it lets in', async () => {
    open = await openWith();
    expect((await open.inject({ url, remoteAddress: '127.0.0.1' })).statusCode).toBe(200);
    expect((await open.inject({ url, remoteAddress: '::1' })).statusCode).toBe(200);
    expect((await open.inject({ url, remoteAddress: '203.0.113.7' })).statusCode).toBe(401);
    const proxied = { 'x-forwarded-for': '127.0.0.1' };
    expect((await open.inject({ url, remoteAddress: '127.0.0.1', headers: proxied })).statusCode).toBe(401);
  });

  it('is for whoever has the token', async () => {
    open = await openWith({ STAMMGAST_METRICS_TOKEN: 'a-token-for-prometheus' });
    const ask = (token: string) =>
      open.inject({ url, remoteAddress: '203.0.113.7', headers: { authorization: `Bearer ${token}` } });
    expect((await ask('a-token-for-somebody')).statusCode).toBe(401);
    const answer = await ask('a-token-for-prometheus');
    expect(answer.headers['content-type']).toContain('text/plain; version=0.0.4');
    for (const name of [
      'stammgast_jobs_waiting 0',
      'stammgast_followers_stuck 0',
      'stammgast_facts_set_aside 0',
      'stammgast_jobs_delay_seconds 0',
      'nodejs_eventloop_lag_seconds',
    ]) {
      expect(answer.body).toContain(name);
    }
  });
});
