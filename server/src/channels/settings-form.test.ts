import { expect, test } from 'vitest';
import { z } from 'zod';
import { mergeSettings, settingsForm, splitSecrets } from './settings-form.ts';

const schema = z.strictObject({
  url: z.url(),
  user: z.string().min(1),
  password: z.string(),
  pages: z.number().int().optional(),
  spam: z.boolean().optional(),
  order: z.enum(['new', 'old']).optional(),
});

test('a schema is a form', () => {
  const values = { url: 'https://blog.test/', password: 'never shown', spam: false };
  expect(settingsForm(schema, ['password'], values)).toEqual([
    { name: 'url', kind: 'url', required: true, value: 'https://blog.test/' },
    { name: 'user', kind: 'text', required: true },
    { name: 'password', kind: 'secret', required: true },
    { name: 'pages', kind: 'number', required: false },
    { name: 'spam', kind: 'boolean', required: false, value: false },
    { name: 'order', kind: 'choice', required: false, choices: ['new', 'old'] },
  ]);
});

test('new settings over old ones', () => {
  const stored = { url: 'a', user: 'b', password: 'c' };
  expect(mergeSettings(stored, { user: 'x', password: '' }, ['password'])).toEqual({
    url: 'a',
    user: 'x',
    password: 'c',
  });
  expect(mergeSettings(stored, { url: '' }, ['password'])).toEqual({ user: 'b', password: 'c' });
  expect(mergeSettings(stored, { password: 'new' }, ['password'])).toMatchObject({ password: 'new' });
});

test('secrets go apart', () => {
  expect(splitSecrets({ url: 'a', password: 'c' }, ['password'])).toEqual({
    open: { url: 'a' },
    secret: { password: 'c' },
  });
});
