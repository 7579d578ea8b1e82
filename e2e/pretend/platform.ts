// A platform that takes answers over HTTP and lies about it, as real ones do: it stores what it then says has failed.
//
//   POST /comments {parent, text}   201 {id, parent, author, text, at} · 404 no such parent · 429 with Retry-After · 500
//   GET  /comments/:id              200 the comment · 404
//   GET  /comments?parent=:id       200 {comments}: ours and those of others, some twice, in no order, new ones later
//   POST /comments/:id/acts {act}    200 {hidden, liked, likes} · 429 · 500 after it was done
//   GET  /comments/:id/standing     200 {hidden, liked, likes} · 503
//   GET  /comments?page=:p&after=:n 200 {comments, next}: what is on a page, in the order in which it became visible
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fate, type Faults, type Outcome, planFate } from './faults.ts';
import { createStandings } from './standing.ts';

/** `author` is the account; answers of the house come from HOUSE. */
export interface Post {
  readonly id: string;
  readonly page: string;
  readonly parent: string | null;
  readonly author: string;
  readonly text: string;
  readonly at: number;
}
interface Stored extends Post {
  /** When listings begin to show it. */
  readonly listedAt: number;
}
export const HOUSE = 'house';

export interface Scene {
  readonly seed: number;
  readonly faults: Faults;
  readonly now: () => Date;
}

export type PretendPlatform = Awaited<ReturnType<typeof startPretendPlatform>>;

export async function startPretendPlatform({ seed, faults, now }: Scene) {
  const stored: Stored[] = [];
  const counts = { requests: 0, looks: 0, lies: 0, refusals: 0, byOutcome: new Map<Outcome, number>() };
  const fateOf = planFate(seed, faults);
  const standings = createStandings({ fateOf, send, read });

  function store(post: Omit<Post, 'id' | 'at'>, listedAfterMs: number): Post {
    const at = now().getTime();
    const one = { ...post, id: `post-${stored.length + 1}`, at, listedAt: at + listedAfterMs };
    stored.push(one);
    return shown(one);
  }

  async function create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { parent, text } = JSON.parse(await read(request)) as { parent: string; text: string };
    const { outcome, listedAfterMs, answersAfterMs, retryAfterSeconds } = fateOf(parent);
    counts.requests += 1;
    counts.byOutcome.set(outcome, (counts.byOutcome.get(outcome) ?? 0) + 1);
    if (outcome !== 'honest' && outcome !== 'refuses') counts.lies += 1;
    const creates = outcome === 'honest' || outcome === 'creates-then-500' || outcome === 'creates-then-hangs';
    const page = stored.find((one) => one.id === parent)?.page ?? '';
    const post = creates ? store({ page, parent, author: HOUSE, text }, listedAfterMs) : null;
    await sleep(answersAfterMs);
    if (outcome === 'honest') send(response, 201, post);
    else if (outcome === 'creates-then-500') send(response, 500, { error: 'internal' });
    else if (outcome === 'refuses') {
      counts.refusals += 1;
      send(response, 429, { error: 'slow down' }, { 'retry-after': String(retryAfterSeconds) });
    }
    // The others are never answered.
  }

  const visible = () => stored.filter((post) => post.listedAt <= now().getTime());

  function listUnder(parent: string, response: ServerResponse): void {
    counts.looks += 1;
    const fate: Fate = fateOf(`looks at ${parent}`);
    if (fate.listingFails) {
      send(response, 503, { error: 'down' });
      return;
    }
    send(response, 200, {
      comments: fate.disorder(
        visible()
          .filter((post) => post.parent === parent)
          .map(shown),
      ),
    });
  }

  function listAfter(page: string | null, after: number, response: ServerResponse): void {
    const fresh = visible()
      .filter((post) => post.page === page && post.listedAt > after)
      .toSorted((a, b) => a.listedAt - b.listedAt);
    send(response, 200, { comments: fresh.map(shown), next: fresh.at(-1)?.listedAt ?? after });
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://pretend');
    const [id = '', part] = pathname.slice('/comments/'.length).split('/').map(decodeURIComponent);
    if (part === 'acts') void standings.act(id, request, response);
    else if (part === 'standing') standings.look(id, response);
    else if (request.method === 'POST') void create(request, response);
    else if (searchParams.has('parent')) listUnder(searchParams.get('parent') ?? '', response);
    else if (searchParams.has('after'))
      listAfter(searchParams.get('page'), Number(searchParams.get('after')), response);
    else if (stored.some((post) => post.id === id)) send(response, 200, shown(stored.find((post) => post.id === id)));
    else send(response, 404, { error: 'unknown' });
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: counts as Readonly<typeof counts>,
    /** What a guest says; gives back its id. */
    say: (page: string, author: string, text: string, parent: string | null = null): string =>
      store({ page, parent, author, text }, 0).id,
    /** How a comment really stands. */
    standingOf: standings.of,
    /** The truth that a trial is judged by: answers of the house that the public can read, listed or not. */
    publicAnswers: (): Post[] => stored.filter((post) => post.author === HOUSE),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const shown = <P extends Post>(post: P | undefined): Post => {
  if (!post) throw new Error('no such post');
  const { id, page, parent, author, text, at } = post;
  return { id, page, parent, author, text, at };
};

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
