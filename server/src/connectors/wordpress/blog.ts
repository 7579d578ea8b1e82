import { z } from 'zod';
import { ChannelError, type Http, type HttpResponse } from '../connector.ts';

export interface WordpressSettings extends Record<string, unknown> {
  readonly url: string;
  readonly username: string;
  readonly applicationPassword: string;
}

/** One answer of the REST API. `json` is undefined when the body was none; `code` is WordPress's own error code. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly code: string | null;
  readonly retryAfterMs: number | null;
}
export type Query = Readonly<Record<string, string | number>>;

/** A WordPress at an address, as seen by one account. */
export interface Blog {
  /** Where the blog really is, and what it says about itself. */
  locate(): Promise<Site>;
  get(path: string, query: Query): Promise<Answer>;
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** The id of our account. */
  me(): Promise<number>;
}
interface Site {
  readonly home: string;
  /** Without pretty permalinks the API lives at /?rest_route=. */
  readonly style: 'path' | 'query';
  readonly name: string | null;
  /** False when the blog says it takes no application passwords (they need HTTPS). */
  readonly takesPasswords: boolean;
}

const Root = z.object({
  name: z.string().catch(''),
  namespaces: z.array(z.string()),
  authentication: z.unknown(),
});
const WpError = z.object({ code: z.string() });

export function openBlog(settings: WordpressSettings, http: Http): Blog {
  const credentials = Buffer.from(`${settings.username}:${settings.applicationPassword}`).toString('base64');
  const authorization = `Basic ${credentials}`;
  const locate = remembered(() => findSite(settings.url, http));
  const blog: Blog = {
    locate,
    async get(path, query) {
      const address = addressOf(await locate(), path, query);
      return read(await http(address, { headers: { accept: 'application/json', authorization } }));
    },
    async post(path, body) {
      const headers = { accept: 'application/json', 'content-type': 'application/json', authorization };
      const address = addressOf(await locate(), path, {});
      return read(await http(address, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
    me: remembered(async () => {
      const answer = await blog.get('/wp/v2/users/me', { _fields: 'id' });
      return parsed(z.object({ id: z.number() }), answer).id;
    }),
  };
  return blog;
}

/** Asks once; after a failure it asks again. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

/** People paste what stands in their browser. */
const homeOf = (url: string): string =>
  url
    .replace(/[?#].*$/, '')
    .replace(/\/(wp-json|wp-admin|wp-login\.php)(\/.*)?$/, '')
    .replace(/\/+$/, '');

function addressOf(site: Pick<Site, 'home' | 'style'>, path: string, query: Query): string {
  const url = new URL(site.style === 'path' ? `${site.home}/wp-json${path}` : `${site.home}/`);
  if (site.style === 'query') url.searchParams.set('rest_route', path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
}

async function findSite(url: string, http: Http): Promise<Site> {
  const home = homeOf(url);
  for (const style of ['path', 'query'] as const) {
    const response = await http(addressOf({ home, style }, '/', { _fields: 'name,namespaces,authentication' }));
    const answer = read(response);
    if (answer.status >= 500) throw refusal(answer);
    const site = siteFrom(answer);
    if (site) return { ...site, home: arrivedAt(home, response.url), style };
  }
  throw new ChannelError('channel.not_a_blog', 'no WordPress REST API at this address');
}

function siteFrom(answer: Answer): Pick<Site, 'name' | 'takesPasswords'> | null {
  const root = Root.safeParse(answer.json);
  if (!root.success) {
    // Some blogs show their API to people with an account only: they answer with an error of WordPress.
    const closed = answer.code?.startsWith('rest_') === true && answer.code !== 'rest_no_route';
    return closed ? { name: null, takesPasswords: true } : null;
  }
  const { name, namespaces, authentication } = root.data;
  if (!namespaces.includes('wp/v2')) return null;
  return { name, takesPasswords: JSON.stringify(authentication ?? null).includes('application-passwords') };
}

/** Credentials follow a redirect only to the same host, with or without www, and never from HTTPS to HTTP. */
function arrivedAt(home: string, url: string): string {
  const from = new URL(home);
  const to = new URL(url);
  const bare = (host: string) => host.replace(/^www\./, '');
  if (from.origin === to.origin) return home;
  if (bare(from.hostname) !== bare(to.hostname) || (from.protocol === 'https:' && to.protocol !== 'https:')) {
    throw new ChannelError('channel.unexpected_answer', `the address leads on to ${to.origin}`);
  }
  return `${to.origin}${from.pathname}`.replace(/\/+$/, '');
}

function read(response: HttpResponse): Answer {
  const json = parseJson(response.body);
  const error = WpError.safeParse(json);
  const wait = Number(response.headers['retry-after'] ?? Number.NaN);
  return {
    status: response.status,
    json,
    code: error.success ? error.data.code : null,
    retryAfterMs: Number.isFinite(wait) && wait >= 0 ? wait * 1000 : null,
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The content of a good answer; everything else as a ChannelError. */
export function parsed<T>(schema: z.ZodType<T>, answer: Answer): T {
  if (answer.status !== 200) throw refusal(answer);
  const result = schema.safeParse(answer.json);
  if (!result.success) throw new ChannelError('channel.unexpected_answer', 'the blog answered in an unknown form');
  return result.data;
}

export function refusal(answer: Answer): ChannelError {
  const detail = `HTTP ${answer.status}${answer.code ? ` ${answer.code.slice(0, 80)}` : ''}`;
  if (answer.status === 401) return new ChannelError('channel.wrong_credentials', detail);
  if (answer.status === 403) return new ChannelError('channel.no_rights', detail);
  if (answer.status === 404 && (answer.code ?? 'rest_no_route') === 'rest_no_route') {
    return new ChannelError('channel.not_a_blog', detail);
  }
  return new ChannelError('channel.unexpected_answer', detail);
}
