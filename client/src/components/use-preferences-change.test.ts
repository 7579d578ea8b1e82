import type { Me, Preferences } from '@stammgast/shared/contract/session';
import { MutationObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { meKey } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { savingPreferences, withChange } from './use-preferences-change.ts';

const me = (preferences: Preferences) => ({ id: 'anna', preferences }) as Me;
const shown = () => queryClient.getQueryData<Me>(meKey)?.preferences;

/** What the server was asked to keep, and the way to answer that. */
const asked: { readonly body: { preferences: Preferences }; readonly answer: () => void }[] = [];
beforeEach(() => {
  asked.length = 0;
  queryClient.setQueryData(meKey, me({}));
  vi.stubGlobal('window', {
    fetch: (_: string, init: RequestInit) =>
      new Promise((resolve) => {
        const body = JSON.parse(String(init.body));
        asked.push({ body, answer: () => resolve(Response.json(me(body.preferences))) });
      }),
  });
});
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

const change = (some: Partial<Preferences>) => {
  const preferences = withChange(some);
  if (preferences) void new MutationObserver(queryClient, savingPreferences).mutate(preferences);
};
/** News about the house had it ask who is here, and that was read before the change was stored. */
const readBefore = () => queryClient.setQueryData(meKey, me({}));

it('takes what the server has stored, whatever was read meanwhile', async () => {
  change({ keysOff: true });
  expect(shown()).toEqual({ keysOff: true });
  readBefore();
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer();
  await expect.poll(shown).toEqual({ keysOff: true });
});

it('loses none of two quick changes, whatever was read between them', async () => {
  change({ keysOff: true });
  readBefore();
  change({ undoSeconds: 20 });
  const both = { keysOff: true, undoSeconds: 20 };
  expect(shown()).toEqual(both);
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer();
  await expect.poll(() => asked.length).toBe(2);
  // The answer to the first does not take back the second.
  expect(shown()).toEqual(both);
  expect(asked[1]?.body.preferences).toEqual(both);
  asked[1]?.answer();
  await expect.poll(() => queryClient.isMutating()).toBe(0);
  expect(shown()).toEqual(both);
});
