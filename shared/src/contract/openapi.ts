import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** JSON Schema of one value as zod writes it (2020-12, the dialect of OpenAPI 3.1). */
const Schema = z.record(z.string(), z.unknown());

const Content = z.object({ 'application/json': z.object({ schema: Schema }) });
const Response = z.object({
  description: z.string(),
  content: z.optional(z.union([Content, z.object({ 'application/problem+json': z.object({ schema: Schema }) })])),
});
export const ApiOperation = z.object({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: Schema }),
  ),
  requestBody: z.optional(z.object({ required: z.boolean(), content: Content })),
  responses: z.record(z.string(), Response),
});
export type ApiOperation = z.infer<typeof ApiOperation>;

/** The part of OpenAPI 3.1 that we write. */
export const OpenApi = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), ApiOperation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    securitySchemes: z.record(z.string(), z.record(z.string(), z.string())),
  }),
});
export type OpenApi = z.infer<typeof OpenApi>;

/** Public: it tells nothing about the house, only how another system speaks to it. */
export const getOpenApi = endpoint('GET /api/openapi.json', {
  action: 'public',
  summary: 'The OpenAPI 3.1 description of the HTTP API for other systems.',
  result: OpenApi,
});
