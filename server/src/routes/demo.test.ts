import { expect, test } from 'vitest';
import { seedDemo } from '../flows/seed-demo.ts';
import { openWorkingHouse } from '../testing/cast.ts';
import { openTestApp } from '../testing/open-test-app.ts';
import { registerDemoRoutes } from './demo.ts';

test('the route tells how many rows went, once, and only administrators may call it', { timeout: 60_000 }, async () => {
  const house = await openWorkingHouse();
  let told = 0;
  const test = await openTestApp((app) => registerDemoRoutes(app, house, async () => void told++), { house });
  await seedDemo(house);
  const lead = await test.browserOf('lead');
  expect((await lead.call('DELETE', '/api/demo')).statusCode).toBe(403);
  const admin = await test.browserOf('admin');
  const answer = await admin.call('DELETE', '/api/demo');
  expect(answer.statusCode).toBe(200);
  expect(answer.json().removed).toMatchObject({ people: 6, channels: 7 });
  expect((await admin.call('DELETE', '/api/demo')).statusCode).toBe(404);
  expect(told).toBe(1);
  await test.close();
});
