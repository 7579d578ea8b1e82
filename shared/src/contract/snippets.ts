import * as z from 'zod/mini';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';

/** A reusable text. Variables stand in double braces, see domain/snippet.ts. */
export const Snippet = z.object({
  id: Id,
  name: z.string(),
  /** The name without case and umlauts. */
  folded: z.string(),
  language: z.enum(['de', 'en']),
  /** Null: for all channels. */
  channelId: z.nullable(Id),
  /** The text with Sie, or the only one. */
  bodySie: z.string(),
  /** Null: there is no form with du. */
  bodyDu: z.nullable(z.string()),
  updatedAt: Instant,
  version: z.number(),
});
export type Snippet = z.infer<typeof Snippet>;

const SnippetText = z.strictObject({
  name: limited(80),
  language: z.enum(['de', 'en']),
  channelId: z.nullable(Id),
  bodySie: limited(4000),
  bodyDu: z.nullable(limited(4000)),
});
export type SnippetText = z.infer<typeof SnippetText>;
const params = z.object({ snippetId: Id });

export const listSnippets = endpoint('GET /api/snippets', {
  action: 'reply.write',
  summary: 'The snippets for all channels and for those that the person may see, by name.',
  result: z.object({ snippets: z.array(Snippet) }),
});
export const addSnippet = endpoint('POST /api/snippets', {
  action: 'snippet.manage',
  summary: 'A new snippet; there is one of a name for a language and a channel.',
  body: SnippetText,
  result: Snippet,
});
export const changeSnippet = endpoint('PUT /api/snippets/:snippetId', {
  action: 'snippet.manage',
  summary: 'Change a snippet. `version`: the one that was seen; another one answers 409 `conflict.version`.',
  params,
  body: z.extend(SnippetText, { version: z.int() }),
  result: Snippet,
});
export const removeSnippet = endpoint('DELETE /api/snippets/:snippetId', {
  action: 'snippet.manage',
  summary: 'Remove a snippet; answers that were written with it stay as they are.',
  params,
  result: Done,
});
