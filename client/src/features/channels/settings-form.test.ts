import type { SettingsField } from '@stammgast/shared/contract/channels';
import { expect, test } from 'vitest';
import { checkSettings, settingsOf, valuesOf } from './settings-form.ts';

const fields: SettingsField[] = [
  { name: 'url', kind: 'url', required: true, value: 'https://blog.example' },
  { name: 'password', kind: 'secret', required: true },
  { name: 'every', kind: 'number', required: false, value: 30 },
  { name: 'held', kind: 'boolean', required: false, value: true },
  { name: 'note', kind: 'text', required: false },
];

test('starts with the stored values and an empty secret', () => {
  expect(valuesOf(fields)).toEqual({ url: 'https://blog.example', password: '', every: '30', held: true, note: '' });
});

test('asks for what is required, but not again for a stored secret', () => {
  const values = { ...valuesOf(fields), url: ' ' };
  expect(checkSettings(fields, values, false)).toEqual({ url: 'required', password: 'required' });
  expect(checkSettings(fields, values, true)).toEqual({ url: 'required' });
});

test('knows addresses and numbers', () => {
  const values = { url: 'blog.example', password: 'x', every: 'soon', held: false, note: '' };
  expect(checkSettings(fields, values, false)).toEqual({ url: 'url', every: 'number' });
  expect(checkSettings(fields, { ...values, url: 'ftp://blog.example', every: '5' }, false)).toEqual({ url: 'url' });
});

test('sends trimmed values of the right kind and nothing empty', () => {
  const values = { url: ' https://blog.example ', password: '', every: '5', held: false, note: ' ' };
  expect(settingsOf(fields, values)).toEqual({ url: 'https://blog.example', every: 5, held: false });
});
