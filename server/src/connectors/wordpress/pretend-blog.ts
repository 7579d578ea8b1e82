import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import comments from './fixtures/comments.json' with { type: 'json' };
import root from './fixtures/root.json' with { type: 'json' };

type StoredComment = Omit<(typeof comments)[number], 'content'> & { content: { raw: string; rendered: string } };
/** What happens to a request instead of an answer, or before it. */
type Fault = (request: { path: string; method: string }, response: ServerResponse) => boolean;

/** A small server that answers like the WordPress whose answers were recorded. For tests. */
export interface PretendBlog {
  readonly url: string;
  readonly comments: StoredComment[];
  /** Method and path of every request so far. */
  readonly requests: string[];
  /** True: the web server in front removes the Authorization header. */
  stripsAuthorization: boolean;
  /** False: the account may not moderate. */
  moderates: boolean;
  /** False: the API answers at /?rest_route= only. */
  prettyPermalinks: boolean;
  closedComments: boolean;
  holdsAnswers: boolean;
  /** Looked at before a request is handled; true means it took over. */
  before: Fault;
  /** Looked at after an answer was stored, before it is confirmed. */
  afterStoring: Fault;
  add(comment: Partial<StoredComment> & { text?: string }): StoredComment;
  close(): Promise<void>;
}

export const pretendSettings = (blog: PretendBlog) => ({
  url: blog.url,
  username: 'admin',
  applicationPassword: 'abcd EFGH',
});
const authorized = `Basic ${Buffer.from('admin:abcd EFGH').toString('base64')}`;
const none: Fault = () => false;

export async function startPretendBlog(): Promise<PretendBlog> {
  const server = createServer((request, response) => {
    void answer(blog, request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const blog: PretendBlog = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments: structuredClone(comments),
    requests: [],
    stripsAuthorization: false,
    moderates: true,
    prettyPermalinks: true,
    closedComments: false,
    holdsAnswers: false,
    before: none,
    afterStoring: none,
    add(given) {
      const id = given.id ?? Math.max(0, ...blog.comments.map((comment) => comment.id)) + 1;
      const { text: body = `Kommentar ${id}`, ...rest } = given;
      const comment = {
        ...(comments[0] as StoredComment),
        id,
        status: 'approved',
        content: { raw: body, rendered: `<p>${body}</p>\n` },
        link: `${blog.url}/unser-neues-zimmer/#comment-${id}`,
        ...rest,
      };
      blog.comments.push(comment);
      return comment;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return blog;
}

interface Call {
  readonly blog: PretendBlog;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly signedIn: boolean;
  readonly response: ServerResponse;
}

async function answer(blog: PretendBlog, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { path, query, isRest } = routeOf(blog, request);
  const method = request.method ?? 'GET';
  blog.requests.push(`${method} ${path}`);
  const body = await text(request);
  if (blog.before({ path, method }, response)) return;
  const signedIn = request.headers.authorization === authorized && !blog.stripsAuthorization;
  const call = { blog, method, path, query, body, signedIn, response };
  if (isRest) rest(call);
  else if (path === '/xmlrpc.php') xmlRpc(call);
  else response.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not found</html>');
}

function routeOf(blog: PretendBlog, request: IncomingMessage) {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', blog.url);
  const route = query.get('rest_route');
  if (route !== null) return { path: route, query, isRest: true };
  const pretty = blog.prettyPermalinks && pathname.startsWith('/wp-json/');
  return { path: pretty ? pathname.slice('/wp-json'.length) : pathname, query, isRest: pretty };
}

const give = (call: Call, status: number, json: unknown): void => {
  call.response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(json));
};
const refuse = (call: Call, status: number, code: string): void =>
  give(call, status, { code, message: code, data: { status } });

function xmlRpc(call: Call): void {
  const right = call.body.includes('<string>abcd EFGH</string>');
  call.response.end(
    `<?xml version="1.0"?><methodResponse>${right ? '<params></params>' : '<fault></fault>'}</methodResponse>`,
  );
}

function rest(call: Call): void {
  const one = /^\/wp\/v2\/comments\/(\d+)$/.exec(call.path);
  if (call.path === '/') give(call, 200, root);
  else if (call.path === '/wp/v2/users/me') me(call);
  else if (call.path === '/wp/v2/posts') give(call, 200, postsFor(call));
  else if (call.path === '/wp/v2/pages') give(call, 200, []);
  else if (one) oneComment(call, Number(one[1]));
  else if (call.path !== '/wp/v2/comments') refuse(call, 404, 'rest_no_route');
  else if (call.method === 'POST') create(call);
  else list(call);
}

function me(call: Call): void {
  if (call.signedIn) give(call, 200, { id: 1, name: 'admin' });
  else refuse(call, 401, 'rest_not_logged_in');
}

function postsFor(call: Call): unknown[] {
  const wanted = (call.query.get('include') ?? '').split(',');
  const post = {
    id: 4,
    title: { rendered: 'Unser neues Fr&#252;hst&uuml;ck' },
    link: `${call.blog.url}/unser-neues-zimmer/`,
  };
  return wanted.includes('4') ? [post] : [];
}

function oneComment(call: Call, id: number): void {
  const comment = call.blog.comments.find((candidate) => candidate.id === id);
  if (!call.signedIn) refuse(call, 401, 'rest_forbidden_context');
  else if (!comment) refuse(call, 404, 'rest_comment_invalid_id');
  else {
    if (call.method === 'POST') comment.status = (JSON.parse(call.body) as { status: string }).status;
    give(call, 200, comment);
  }
}

function list(call: Call): void {
  const { query, blog } = call;
  if (!call.signedIn || !blog.moderates) {
    refuse(call, call.signedIn ? 403 : 401, 'rest_forbidden_param');
    return;
  }
  const include = query.get('include')?.split(',').map(Number);
  const size = Number(query.get('per_page') ?? 10);
  const offset = Number(query.get('offset') ?? 0);
  const is = (name: string, value: number) => !query.has(name) || Number(query.get(name)) === value;
  const rows = blog.comments
    .filter((comment) => (include ? include.includes(comment.id) : true))
    .filter((comment) => is('parent', comment.parent) && is('author', comment.author))
    .sort((a, b) => (query.get('order') === 'asc' ? a.id - b.id : b.id - a.id));
  give(call, 200, rows.slice(offset, offset + size));
}

function create(call: Call): void {
  const { blog } = call;
  const given = JSON.parse(call.body) as { post: number; parent: number; content: string };
  const same = blog.comments.some(
    (comment) => comment.parent === given.parent && comment.author === 1 && comment.content.raw === given.content,
  );
  if (!call.signedIn) refuse(call, 401, 'rest_comment_login_required');
  else if (blog.closedComments) refuse(call, 403, 'rest_comment_closed');
  else if (same) refuse(call, 409, 'comment_duplicate');
  else {
    const status = blog.holdsAnswers ? 'hold' : 'approved';
    const date_gmt = new Date().toISOString().slice(0, 19);
    const { parent, post, content } = given;
    const comment = blog.add({ parent, post, author: 1, author_name: 'admin', status, date_gmt, text: content });
    if (!blog.afterStoring({ path: call.path, method: call.method }, call.response)) give(call, 201, comment);
  }
}
