// A platform that takes answers over HTTP and lies about it, as real ones do: it stores what it then says has failed.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRandom } from './random.ts';

/** How likely each misbehaviour is, 0 to 1; what is left is an honest answer. */
export interface Faults {
  /** The answer is stored, and the status says 500. */
  readonly createsThen500: number;
  /** The answer is stored, and nothing is ever said. */
  readonly createsThenHangs: number;
  /** Nothing is stored and nothing is said. */
  readonly hangs: number;
  /** Nothing is stored: too many requests. */
  readonly refuses: number;
  /** Reading fails with 503. */
  readonly listingFails: number;
  /** A stored answer is listed only after this time. */
  readonly listedAfterMs: number;
}
export const honest: Faults = {
  createsThen500: 0,
  createsThenHangs: 0,
  hangs: 0,
  refuses: 0,
  listingFails: 0,
  listedAfterMs: 0,
};

export interface Post {
  readonly id: string;
  readonly parent: string;
  readonly body: string;
  readonly at: number;
}

export async function startPretendPlatform(options: { seed: number; faults: Faults; now: () => Date }) {
  const random = createRandom(options.seed);
  const posts: Post[] = [];
  const counts = { requests: 0, lies: 0, refusals: 0, looks: 0 };

  function store(parent: string, body: string): Post {
    const post = { id: `post-${posts.length + 1}`, parent, body, at: options.now().getTime() };
    posts.push(post);
    return post;
  }

  async function create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { parent, body } = JSON.parse(await read(request)) as { parent: string; body: string };
    counts.requests += 1;
    const { createsThen500, createsThenHangs, hangs, refuses } = options.faults;
    const dice = random();
    if (dice < createsThen500 + createsThenHangs) {
      counts.lies += 1;
      store(parent, body);
      if (dice < createsThen500) send(response, 500, { error: 'internal' });
    } else if (dice < createsThen500 + createsThenHangs + hangs) {
      counts.lies += 1;
    } else if (dice < createsThen500 + createsThenHangs + hangs + refuses) {
      counts.refusals += 1;
      send(response, 429, { error: 'slow down' });
    } else {
      send(response, 201, store(parent, body));
    }
  }

  function list(parent: string, response: ServerResponse): void {
    counts.looks += 1;
    if (random() < options.faults.listingFails) {
      send(response, 503, { error: 'down' });
      return;
    }
    const until = options.now().getTime() - options.faults.listedAfterMs;
    send(
      response,
      200,
      posts.filter((post) => post.parent === parent && post.at <= until),
    );
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://pretend');
    if (request.method === 'POST') void create(request, response);
    else list(url.searchParams.get('parent') ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/posts`,
    posts: posts as readonly Post[],
    counts: counts as Readonly<typeof counts>,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
