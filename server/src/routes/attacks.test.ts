// What every route that changes something must withstand, tried on all of them.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CollectedRoute } from '../http/collect-routes.ts';
import {
  changes,
  contentOf,
  fixtureOf,
  foreign,
  forPeople,
  headersOf,
  keyOf,
  open,
  requestOf,
  setTheStage,
} from './matrix.suite.ts';

setTheStage();

describe('every change', () => {
  it('needs the CSRF token, and comes from our own pages', async () => {
    const browser = await open.browserOf('admin');
    const other = await open.browserOf('admin');
    const before = await contentOf();
    for (const route of forPeople().filter((one) => one.action !== 'public' && changes(one))) {
      const request = requestOf(route, foreign);
      const { cookie } = browser;
      const good = headersOf(browser);
      for (const headers of [
        { cookie },
        { cookie, 'x-csrf-token': other.csrfToken },
        { ...good, origin: 'https://evil.example' },
        { ...good, 'sec-fetch-site': 'cross-site' },
      ]) {
        const answer = await open.inject({ ...request, headers });
        expect([keyOf(route), answer.statusCode, answer.json().code]).toEqual([keyOf(route), 403, 'auth.csrf']);
      }
    }
    expect(await contentOf()).toBe(before);
  });

  it('takes JSON only, with no more fields than it knows', async () => {
    const browser = await open.browserOf('admin');
    const { reader } = open.house.database;
    const columns = [...new Set(Object.values(reader.tables).flatMap((table) => Object.keys(table)))];
    const before = await contentOf();
    for (const route of forPeople().filter((one) => fixtureOf(one).body && one.url !== '/api/me/password')) {
      const request = requestOf(route, foreign);
      const headers = headersOf(browser);
      const send = async (type: string, payload: string) =>
        (await open.inject({ ...request, headers: { ...headers, 'content-type': type }, payload })).statusCode;
      const given = request.payload as Record<string, unknown>;
      expect([keyOf(route), await send('text/plain', JSON.stringify(given))]).toEqual([keyOf(route), 415]);
      for (const more of ['__proto__', 'constructor']) {
        const body = `${JSON.stringify(given).slice(0, -1)}${Object.keys(given).length ? ',' : ''}"${more}":{"prototype":{"polluted":1}}}`;
        expect([keyOf(route), more, await send('application/json', body)]).toEqual([keyOf(route), more, 400]);
      }
      const known = new Set(Object.keys(given).concat(knownFields(route)));
      for (const column of columns.filter((one) => !known.has(one))) {
        const answer = await send('application/json', JSON.stringify({ ...given, [column]: 'x' }));
        expect([keyOf(route), column, answer]).toEqual([keyOf(route), column, 400]);
      }
    }
    expect(await contentOf()).toBe(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  }, 120_000);

  it('answers nonsense with 4xx', async () => {
    const browser = await open.browserOf('admin');
    const ids = ['%00', '%F0%9F%8D%BA', "'%20OR%201=1--", '..%2f..%2fetc%2fpasswd', 'x'.repeat(65), '__proto__', '%25'];
    for (const route of forPeople().filter((one) => fixtureOf(one).params && one.method !== 'HEAD')) {
      for (const id of ids) {
        const names = [...route.url.matchAll(/:(\w+)/g)].map((match) => String(match[1]));
        const params = Object.fromEntries(names.map((one) => [one, id]));
        const answer = await open.inject({ ...requestOf(route, foreign, params), headers: headersOf(browser) });
        expect([keyOf(route), id, Math.floor(answer.statusCode / 100)]).toEqual([keyOf(route), id, 4]);
      }
    }
  });
});

const contractFolder = new URL('../../../shared/src/contract/', import.meta.url);
const contracts = await Promise.all(
  readdirSync(contractFolder).map(
    async (file): Promise<unknown[]> => Object.values(await import(new URL(file, contractFolder).href)),
  ),
);

/** Fields that the route's schema has beside those of the fixture. */
function knownFields(route: CollectedRoute): string[] {
  for (const contract of contracts.flat()) {
    const endpoint = contract as { method?: string; path?: string; body?: { shape?: object } } | undefined;
    const same = endpoint?.path === route.url && endpoint.method === route.method;
    if (same) return Object.keys(endpoint.body?.shape ?? {});
  }
  throw new Error(`${keyOf(route)} is in no contract`);
}
