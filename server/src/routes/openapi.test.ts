import * as integration from '@stammgast/shared/contract/integration';
import { OpenApi } from '@stammgast/shared/contract/openapi';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { describeApi } from './openapi.ts';

const document = describeApi('1.2.3');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('describes every endpoint that a channel token may call, and nothing else', () => {
  const declared = Object.values(integration)
    .filter((part) => typeof part === 'object' && 'path' in part && 'method' in part)
    .map((endpoint) => `${endpoint.method} ${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(declared.length).toBeGreaterThan(0);
  expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(declared.sort());
});

test('is a document of the shape that OpenAPI 3.1 asks for', () => {
  expect(OpenApi.parse(document)).toEqual(document);
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.version).toBe('1.2.3');
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map((parameter) => parameter.name)).toEqual(inPath);
    expect(declared.every((parameter) => parameter.required)).toBe(true);
    expect(Object.keys(operation.security[0] ?? {})).toEqual(Object.keys(document.components.securitySchemes));
  }
});

test('survives JSON and all its references lead somewhere', () => {
  const text = JSON.stringify(document);
  expect(JSON.parse(text)).toEqual(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
  expect(references.length).toBe(operations.length);
  for (const name of references) expect(document.components.schemas).toHaveProperty(name ?? '');
  expect(text.match(/"\$ref":/g)).toHaveLength(references.length);
});

test('its schema accepts and refuses what the server accepts and refuses', () => {
  const body = document.paths['/api/v1/comments']?.post?.requestBody?.content['application/json'].schema ?? {};
  const described = z.fromJSONSchema(body);
  const comment = {
    externalId: 'c-1',
    author: { externalId: 'a-1', name: 'Sabine Keller' },
    body: 'Die Lüftung war die ganze Nacht zu hören.',
    postedAt: '2026-03-05T12:14:00Z',
  };
  const samples: { value: unknown; ok: boolean }[] = [
    { value: { comments: [comment] }, ok: true },
    { value: { comments: [{ externalId: 'c-1', removed: true }], history: true }, ok: true },
    { value: { comments: [] }, ok: false },
    { value: { comments: [{ ...comment, body: '' }] }, ok: false },
    { value: { comments: [{ ...comment, surprise: 1 }] }, ok: false },
    { value: { comments: [{ ...comment, externalId: undefined }] }, ok: false },
  ];
  for (const { value, ok } of samples) {
    expect(integration.pushComments.body.safeParse(value).success, JSON.stringify(value)).toBe(ok);
    expect(described.safeParse(JSON.parse(JSON.stringify(value))).success, JSON.stringify(value)).toBe(ok);
  }
});
