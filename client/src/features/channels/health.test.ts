import type { Capabilities } from '@stammgast/shared/contract/channels';
import { expect, test } from 'vitest';
import { countStates, healthOf } from './health.ts';

const can: Capabilities = {
  reply: 'api',
  acts: [],
  edits: true,
  deletions: true,
  push: false,
  maxReplyLength: null,
};

test('a channel that was never fetched is not called healthy', () => {
  expect(healthOf({ state: 'new', can })).toMatchObject({ word: 'new', tone: 'idle' });
  expect(healthOf({ state: 'ok', can })).toMatchObject({ word: 'ok', tone: 'ok' });
  expect(healthOf({ state: 'failing', can })).toMatchObject({ word: 'failing', tone: 'gap' });
});

test('a channel that is pushed to waits for the other system', () => {
  expect(healthOf({ state: 'new', can: { ...can, push: true } }).word).toBe('waiting');
  expect(healthOf({ state: 'paused', can: { ...can, push: true } }).word).toBe('paused');
});

test('counts what needs a look', () => {
  expect(countStates([{ state: 'ok' }, { state: 'failing' }, { state: 'paused' }, { state: 'failing' }])).toEqual({
    connected: 4,
    failing: 2,
    paused: 1,
  });
});
