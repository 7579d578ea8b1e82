import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openTestApp } from '../testing/open-test-app.ts';
import { stopGracefully } from './stop-gracefully.ts';

async function openSlowApp(ms: number) {
  const open = await openTestApp((app) => {
    app.get('/api/slow', { config: { action: 'public' } }, async () => {
      await pause(ms);
      return { done: true };
    });
  });
  const address = await open.app.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  const request = new Promise<number | string>((resolve) => {
    get(`${address}/api/slow`, { agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    }).on('error', (error) => resolve('code' in error ? String(error.code) : 'error'));
  });
  await pause(100);
  return { open, request, agent };
}

it('lets a request finish and does not wait for kept-alive connections', async () => {
  const { open, request, agent } = await openSlowApp(500);
  const start = performance.now();
  expect(await stopGracefully(open.app)).toBe('drained');
  expect(performance.now() - start).toBeLessThan(3000);
  expect(await request).toBe(200);
  agent.destroy();
  await open.house.database.close();
});

it('cuts off what does not end', async () => {
  const { open, request, agent } = await openSlowApp(60_000);
  expect(await stopGracefully(open.app, undefined, 300)).toBe('cut');
  expect(await request).toBe('ECONNRESET');
  agent.destroy();
  await open.house.database.close();
});
