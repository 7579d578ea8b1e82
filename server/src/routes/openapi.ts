import type { Endpoint } from '@stammgast/shared/contract/endpoint';
import * as integration from '@stammgast/shared/contract/integration';
import { type ApiOperation, getOpenApi, type OpenApi } from '@stammgast/shared/contract/openapi';
import { Problem } from '@stammgast/shared/contract/problem';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { mount } from '../http/mount.ts';

/** In the order in which an integrator needs them. */
const operations: Record<string, Endpoint> = {
  pushComments: integration.pushComments,
  fetchReplies: integration.fetchReplies,
  confirmReply: integration.confirmReply,
  refuseReply: integration.refuseReply,
};

type JsonSchema = Record<string, unknown>;

/** Describes the integration endpoints from the same contracts that validate them, so the two cannot differ. */
export function describeApi(version: string): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const [operationId, endpoint] of Object.entries(operations)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describe(operationId, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stammgast HTTP API',
      version,
      description: 'For systems that bring comments to Stammgast and publish its answers. One token per channel.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: { channelToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** The version of the interface (`/api/v1`), not of the house that serves it. */
const apiVersion = '1.0.0';

export function registerOpenApiRoute(app: FastifyInstance): void {
  let document: OpenApi | undefined;
  mount(app, getOpenApi, async () => {
    document ??= describeApi(apiVersion);
    return document;
  });
}

function describe(operationId: string, endpoint: Endpoint): ApiOperation {
  const body = isNothing(endpoint.body) ? undefined : jsonSchema(endpoint.body, 'input');
  return {
    operationId,
    summary: endpoint.summary,
    security: [{ channelToken: [] }],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      '200': {
        description: 'Done.',
        content: { 'application/json': { schema: jsonSchema(endpoint.result, 'output') } },
      },
      default: {
        description: 'Refused. `code` says why.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(schema: z.ZodMiniType, place: 'path' | 'query'): ApiOperation['parameters'] {
  if (isNothing(schema)) return [];
  const { properties, required } = jsonSchema(schema, 'input') as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (required ?? []).includes(name),
    schema: property,
  }));
}

const isNothing = (schema: z.ZodMiniType): boolean => schema.safeParse(undefined).success;

/** Names that a generated client and our own page can show for the alternatives of a union. */
const titles = new Map<unknown, string>([
  [integration.PushedComment, 'Comment or edit'],
  [integration.PushedRemoval, 'Removal'],
]);

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  // A schema inside an OpenAPI 3.1 document has the document's dialect: `$schema` says nothing new there.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema: json }) => {
      const title = titles.get(zodSchema);
      if (title) json.title = title;
      // The format says it already; zod's pattern is 300 characters that nobody reads.
      if (json.format === 'date-time') delete json.pattern;
      // Answers may get new fields later; readers should not refuse them.
      if (io === 'output' && json.additionalProperties === false) delete json.additionalProperties;
    },
  }) as JsonSchema;
  return rest;
}
