import * as z from 'zod/mini';
import { Done, endpoint, Id, limited } from './endpoint.ts';
import { SearchText } from './threads.ts';

/** Saved views of one person, and of the team. */
export const mostViews = 30;

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  /** The neutral text of the search: the same for every language. */
  q: z.string(),
  /** For everybody; kept by leads. */
  team: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

const params = z.object({ viewId: Id });
const name = limited(60);
/** What is left out stays. `place`: how many of the same owner stand before it. */
const changes = z.strictObject({
  name: z.optional(name),
  q: z.optional(SearchText),
  place: z.optional(z.int().check(z.minimum(0), z.maximum(mostViews))),
});

export const listViews = endpoint('GET /api/views', {
  action: 'thread.read',
  summary: "The person's own saved views in their order, then those of the team that name no foreign channel.",
  result: z.object({ views: z.array(SavedView) }),
});
export const countSavedViews = endpoint('GET /api/views/counts', {
  action: 'thread.read',
  summary: 'How many threads each saved view has, up to `limit`; null when its search means nothing to the person.',
  result: z.object({ counts: z.record(Id, z.nullable(z.number())), limit: z.number() }),
});
export const saveView = endpoint('POST /api/views', {
  action: 'thread.read',
  summary: 'Keep a search as an own view; at most 30.',
  body: z.strictObject({ name, q: SearchText }),
  result: SavedView,
});
export const changeView = endpoint('PATCH /api/views/:viewId', {
  action: 'thread.read',
  summary: 'Change an own view.',
  params,
  body: changes,
  result: SavedView,
});
export const removeView = endpoint('DELETE /api/views/:viewId', {
  action: 'thread.read',
  summary: 'Remove an own view.',
  params,
  result: Done,
});
export const shareView = endpoint('POST /api/views/:viewId/sharing', {
  action: 'view.share',
  summary: "Make an own view the team's; at most 30.",
  params,
  result: SavedView,
});
export const changeTeamView = endpoint('PATCH /api/team-views/:viewId', {
  action: 'view.share',
  summary: 'Change a view of the team.',
  params,
  body: changes,
  result: SavedView,
});
export const removeTeamView = endpoint('DELETE /api/team-views/:viewId', {
  action: 'view.share',
  summary: 'Remove a view of the team.',
  params,
  result: Done,
});
