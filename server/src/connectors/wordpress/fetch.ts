import { z } from 'zod';
import type { Batch, IncomingChange, Watched } from '../connector.ts';
import { type Answer, type Blog, parsed, type Query } from './blog.ts';
import { changeOf, commentFields, isGone, WpComment } from './mapping.ts';
import type { Posts } from './posts.ts';

const PAGE = 100;
/** Pages by offset shift when something is deleted meanwhile; they overlap by this much to notice it. */
const OVERLAP = 10;
/** Read again with every poll, to see edits of the newest. */
const RECENT = 30;
/** Comments that vanished from the lists are asked for one by one; so many of them per poll. */
const LOOK_CLOSELY = 10;
/** A channel that was silent for very long starts over from its newest comments. */
const MAX_PAGES = 200;

const Cursor = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('history'), until: z.number(), offset: z.number(), last: z.number() }),
  z.object({ phase: z.literal('live'), last: z.number() }),
]);
type Cursor = z.infer<typeof Cursor>;
const live = (last: number): string => JSON.stringify({ phase: 'live', last } satisfies Cursor);

export interface Reader {
  readonly blog: Blog;
  readonly posts: Posts;
  readonly now: () => Date;
}

/**
 * First everything up to the comment that is newest now, oldest first; from then on what is new by id, the newest once
 * more, and the watched ones. Ids only grow, so neither clocks nor time zones nor imported dates can hide a comment.
 */
export async function* fetchSince(
  reader: Reader,
  cursor: string | null,
  watched: readonly Watched[],
): AsyncGenerator<Batch> {
  const place = cursor ? Cursor.parse(JSON.parse(cursor)) : await startOf(reader);
  if (place.phase === 'history') {
    yield* backfill(reader, place);
    return;
  }
  const seen = await newest(reader, place.last);
  let last = place.last;
  for (let at = 0; at === 0 || at < seen.length; at += PAGE) {
    const rows = seen.slice(at, at + PAGE);
    last = Math.max(last, rows.at(-1)?.id ?? 0);
    yield { changes: await changesOf(reader, rows), cursor: live(last), history: false };
  }
  const ids = new Set(seen.map((row) => String(row.id)));
  const others = watched.map((one) => one.externalId).filter((id) => /^\d+$/.test(id) && !ids.has(id));
  const changes = await lookAgain(reader, others.slice(0, PAGE));
  if (changes.length > 0) yield { changes, cursor: live(last), history: false };
}

async function startOf(reader: Reader): Promise<Cursor> {
  const [row] = await list(reader, { orderby: 'id', order: 'desc', per_page: 1 });
  return { phase: 'history', until: row?.id ?? 0, offset: 0, last: 0 };
}

async function* backfill(reader: Reader, from: Extract<Cursor, { phase: 'history' }>): AsyncGenerator<Batch> {
  let { offset, last } = from;
  for (;;) {
    const rows = await list(reader, { orderby: 'id', order: 'asc', per_page: PAGE, offset });
    // Nothing known at the start of the page: it has moved past comments that were not read yet.
    if (offset > 0 && (rows[0]?.id ?? Number.POSITIVE_INFINITY) > last) {
      offset = Math.max(0, offset - PAGE);
      continue;
    }
    const fresh = rows.filter((row) => row.id > last && row.id <= from.until && !isGone(row.status));
    const reached = rows.at(-1)?.id ?? from.until;
    last = Math.max(last, Math.min(reached, from.until));
    offset += rows.length - OVERLAP;
    const done = rows.length < PAGE || reached >= from.until;
    const next = done ? live(from.until) : JSON.stringify({ ...from, offset, last });
    yield { changes: await changesOf(reader, fresh), cursor: next, history: true };
    if (done) return;
  }
}

/** From the newest back to the last known one, returned oldest first. */
async function newest(reader: Reader, last: number): Promise<WpComment[]> {
  const found = new Map<number, WpComment>();
  let offset = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const size = page === 0 ? RECENT : PAGE;
    const rows = await list(reader, { orderby: 'id', order: 'desc', per_page: size, offset });
    for (const row of rows) found.set(row.id, row);
    const lowest = rows.at(-1)?.id ?? 0;
    if (rows.length < size || lowest <= last) break;
    offset += rows.length - OVERLAP;
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

/** What is missing from a list may only be hidden from it: it counts as gone when WordPress says so for its id. */
async function lookAgain(reader: Reader, ids: readonly string[]): Promise<IncomingChange[]> {
  if (ids.length === 0) return [];
  const rows = await list(reader, { include: ids.join(','), per_page: PAGE });
  const found = new Set(rows.map((row) => String(row.id)));
  const gone: IncomingChange[] = [];
  for (const externalId of ids.filter((id) => !found.has(id)).slice(0, LOOK_CLOSELY)) {
    const answer = await reader.blog.get(`/wp/v2/comments/${externalId}`, { context: 'edit', _fields: commentFields });
    if (isUnknown(answer)) gone.push({ kind: 'removed', externalId, at: reader.now(), version: null });
    else rows.push(parsed(WpComment, answer));
  }
  return [...(await changesOf(reader, rows)), ...gone];
}

export const isUnknown = (answer: Answer): boolean =>
  answer.status === 404 && answer.code === 'rest_comment_invalid_id';

/** `status=any` includes spam and trash; `all` would not. */
async function list(reader: Reader, query: Query): Promise<WpComment[]> {
  const fixed = { status: 'any', context: 'edit', _fields: commentFields };
  return parsed(z.array(WpComment), await reader.blog.get('/wp/v2/comments', { ...fixed, ...query }));
}

async function changesOf(reader: Reader, rows: readonly WpComment[]): Promise<IncomingChange[]> {
  if (rows.length === 0) return [];
  const me = await reader.blog.me();
  const posts = await reader.posts(rows.filter((row) => !isGone(row.status)).map((row) => row.post));
  return rows.map((row) => changeOf(row, posts.get(row.post), me, reader.now()));
}
