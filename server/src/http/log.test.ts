import { describe, expect, it } from 'vitest';
import { registerGuestRoutes } from '../routes/guests.ts';
import { registerSessionRoutes } from '../routes/session.ts';
import { openTestApp } from '../testing/open-test-app.ts';
import { createLog, describeError } from './log.ts';

const canary = 'canary-0123456789-abcdefghijklmnop';

async function openTalkative() {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => lines.push(line) });
  const open = await openTestApp(
    (app, house, config) => {
      registerSessionRoutes(app, house, config);
      registerGuestRoutes(app, house, config);
      app.get('/api/broken', { config: { action: 'public' } }, async () => {
        throw Object.assign(new Error(`Failed query: insert ... params: ${canary}`), {
          query: 'insert into notes',
          params: [canary],
          cause: Object.assign(new Error('duplicate key'), { code: '23505' }),
        });
      });
    },
    { log },
  );
  return { open, lines };
}

describe('the log', () => {
  it('never holds what people send: no tokens, passwords, cookies, queries or texts', async () => {
    const { open, lines } = await openTalkative();
    const headers = {
      cookie: `sid=${canary}`,
      authorization: `Bearer ${canary}`,
      'x-csrf-token': canary,
      'user-agent': canary,
    };
    const password = { email: `${canary}@x.example`, password: canary };
    await open.inject({ url: `/api/door?token=${canary}`, headers });
    await open.inject({ url: `/api/invitations/${canary}`, headers });
    await open.inject({ url: `/invitation/${canary}`, headers });
    await open.inject({ url: `/api/guest/${canary}`, headers });
    await open.inject({ method: 'POST', url: `/api/guest/${canary}`, headers, payload: { decision: 'approve' } });
    await open.inject({ url: `/guest/${canary}`, headers });
    await open.inject({ url: `/api/broken?q=${canary}`, headers });
    await open.inject({ method: 'POST', url: '/api/session', headers, payload: password });
    await open.inject({ method: 'POST', url: '/api/session', headers, payload: `{"${canary}` });
    await open.inject({ url: `/%zz${canary}`, headers });
    expect(lines.length).toBeGreaterThanOrEqual(6);
    expect(lines.join('')).not.toContain(canary);
    await open.close();
  });

  it('is one JSON object a line, with request id, route and time in UTC', async () => {
    const { open, lines } = await openTalkative();
    const answer = await open.inject({ url: '/api/broken' });
    const [failed, answered] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const requestId = answer.json<{ requestId: string }>().requestId;
    expect(failed).toMatchObject({
      level: 'error',
      msg: 'request failed',
      code: '23505',
      message: 'duplicate key',
      requestId,
    });
    expect(answered).toMatchObject({ level: 'info', method: 'GET', route: '/api/broken', status: 500, requestId });
    expect(answered?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    await open.close();
  });

  it('stays on one line whatever a message holds', () => {
    const lines: string[] = [];
    createLog('info', { write: (line) => lines.push(line) }).info({ name: 'a\nb' }, 'c\r\nd');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
  });
});

it('describes whatever was thrown', () => {
  expect(describeError('text')).toEqual({ error: 'string' });
  expect(describeError(new RangeError('too far'))).toMatchObject({ error: 'RangeError', message: 'too far' });
});
