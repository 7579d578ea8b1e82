// A house with every route, and two channels: one of the caller, one that is none of their business.
import { policies, type Role } from '@stammgast/shared/domain/permissions';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { connectors } from '../connectors/registry.ts';
import { type CollectedRoute, collectRoutes } from '../http/collect-routes.ts';
import { createGuardedFetch } from '../http/guarded-fetch.ts';
import { createMetrics } from '../http/metrics.ts';
import { addSetting } from '../storage/settings.ts';
import { openWorkingHouse } from '../testing/cast.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { makeWorld, type World } from '../testing/world.ts';
import { registerAllRoutes } from './all.ts';
import { fixtures } from './matrix.fixtures.ts';

export let open: TestApp;
export let routes: readonly CollectedRoute[] = [];
/** Nobody but administrators belongs to it, and no request may change it. */
export let foreign: World;

/** Call it at the top of a test file. */
export function setTheStage(): void {
  beforeAll(async () => {
    const house = await openWorkingHouse({ connectors, http: createGuardedFetch() });
    open = await openTestApp(
      (app, testHouse, config) => {
        routes = collectRoutes(app);
        registerAllRoutes(app, testHouse, { config, metrics: createMetrics(), onDemoRemoved: async () => undefined });
      },
      { house },
    );
    const settings = { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de' } as const;
    await house.database.transaction((tx) => addSetting(tx, 'house', settings));
    foreign = await makeWorld(open);
  }, 60_000);
  afterAll(() => open.close());
}

export const keyOf = ({ method, url }: CollectedRoute) => `${method} ${url}`;
export const fixtureOf = (route: CollectedRoute) => fixtures[keyOf(route)] ?? {};
export const forPeople = () => routes.filter(({ action }) => action !== 'integration' && action !== 'operations');
export const real = () => routes.filter(({ method }) => method !== 'HEAD');
export const changes = ({ method }: CollectedRoute) => method !== 'GET' && method !== 'HEAD';
/** Only these know foreign channels; the others reach the whole house or nothing of it. */
export const isForChannel = (route: CollectedRoute, role: Role) =>
  route.action in policies && policies[route.action as keyof typeof policies][role] === 'channel';

export function requestOf(route: CollectedRoute, world: World, params?: Record<string, string>): InjectOptions {
  const fixture = fixtureOf(route);
  const values = params ?? fixture.params?.(world) ?? {};
  const url = route.url.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? `no-${name}`);
  const body = fixture.body?.(world);
  return {
    method: route.method as 'GET',
    url,
    remoteAddress: '203.0.113.7',
    ...(fixture.query ? { query: fixture.query(world) } : {}),
    ...(body ? { payload: body } : {}),
  };
}

export const headersOf = ({ cookie, csrfToken }: TestBrowser) => ({ cookie, 'x-csrf-token': csrfToken });
export const told = (answer: LightMyRequestResponse) => [
  answer.statusCode,
  answer.body.replace(/"requestId":"[^"]*"/, ''),
];
export const name = (route: CollectedRoute, role: string) => `${keyOf(route)} as ${role}`;

/** Everything that is stored, except that somebody was seen or counted. */
export async function contentOf(): Promise<string> {
  const { reader } = open.house.database;
  const { sessions: _seen, throttles: _counted, ...tables } = reader.tables;
  const all = Object.values(tables).map((table) => reader.select().from(table as typeof tables.people));
  return JSON.stringify(await Promise.all(all));
}
