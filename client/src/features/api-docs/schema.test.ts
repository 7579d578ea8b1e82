import { confirmReply, fetchReplies, pushComments } from '@stammgast/shared/contract/integration';
import { Problem } from '@stammgast/shared/contract/problem';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exampleOf, rowsOf, typeOf } from './schema.ts';

const input = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { io: 'input' });

test('lists every field with its path, parents first', () => {
  const paths = rowsOf(input(pushComments.body)).map((row) => row.path);
  expect(paths[0]).toBe('comments');
  expect(paths).toContain('comments[].author.name');
  expect(paths).toContain('comments[].removedAt');
  expect(paths.at(-1)).toBe('history');
  expect(paths.indexOf('comments[].author')).toBeLessThan(paths.indexOf('comments[].author.name'));
});

test('says which alternative a field belongs to', () => {
  const rows = rowsOf(input(pushComments.body));
  expect(rows.filter((row) => row.alternative).map((row) => row.alternative)).toEqual(['1', '2']);
});

test('the sample bodies are accepted by the contract they describe', () => {
  for (const schema of [pushComments.body, confirmReply.body]) {
    expect(schema.safeParse(exampleOf(input(schema))).success).toBe(true);
  }
  for (const schema of [pushComments.result, fetchReplies.result, Problem]) {
    const example = exampleOf(z.toJSONSchema(schema, { io: 'output' }));
    expect(schema.safeParse(example).success, JSON.stringify(example)).toBe(true);
  }
});

test('types are short', () => {
  expect(typeOf({ type: ['string', 'null'] })).toBe('string | null');
  expect(typeOf({ type: 'array', items: { type: 'object' } })).toBe('object[]');
  expect(typeOf({ enum: ['added', 'edited'] })).toBe('added | edited');
});

test('bounds say what they bound, and leave out what says nothing', () => {
  const row = (property: object) => rowsOf({ type: 'object', properties: { field: property } })[0];
  expect(row({ type: 'string', minLength: 1, maxLength: 300 })?.bounds).toEqual([
    { of: 'characters', min: 1, max: 300 },
  ]);
  expect(row({ type: 'array', maxItems: 500 })?.bounds).toEqual([{ of: 'entries', min: undefined, max: 500 }]);
  const likes = row({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 });
  expect(likes).toMatchObject({ bounds: [{ of: 'value', min: 0, max: undefined }], standard: '0' });
  expect(row({ type: 'string' })).toMatchObject({ bounds: [], standard: undefined });
});
