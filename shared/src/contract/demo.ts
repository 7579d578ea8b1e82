import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

export const removeDemo = endpoint('DELETE /api/demo', {
  action: 'house.manage',
  summary: 'Remove every demo row and nothing else; tells how many.',
  result: z.object({ removed: z.record(z.string(), z.number()) }),
});
