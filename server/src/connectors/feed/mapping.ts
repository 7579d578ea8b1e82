import { createHash } from 'node:crypto';
import type { parseFeed } from 'feedsmith';
import type { IncomingComment } from '../connector.ts';
import { oneLine, plainText, webAddress } from '../plain-text.ts';

type Parsed = ReturnType<typeof parseFeed>;
type Rss = Extract<Parsed, { format: 'rss' }>['feed'];
type Atom = Extract<Parsed, { format: 'atom' }>['feed'];
type RssItem = NonNullable<Rss['items']>[number];
type AtomEntry = NonNullable<Atom['entries']>[number];

/** What RSS and Atom say about a comment, before it is cleaned. */
interface Entry {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly html: string;
  readonly author: { readonly name: string | undefined; readonly url: string | undefined };
  readonly at: unknown;
  readonly inReplyTo: string | undefined;
}

export interface CommentFeed {
  readonly title: string;
  /** Oldest first. */
  readonly comments: readonly IncomingComment[];
}

/** null: a format without comments (JSON Feed and RDF carry no answers; nobody offers comments in them). */
export function commentsOf(parsed: Parsed, now: Date): CommentFeed | null {
  if (parsed.format !== 'rss' && parsed.format !== 'atom') return null;
  const rss = parsed.format === 'rss';
  const title = oneLine(plainText((rss ? parsed.feed.title : parsed.feed.title?.value) ?? '', 'folded'), 300);
  const entries = rss ? (parsed.feed.items ?? []).map(fromRss) : (parsed.feed.entries ?? []).map(fromAtom);
  const comments = entries.map((entry) => commentFrom(entry, title, now));
  return { title, comments: comments.sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime()) };
}

const fromRss = (item: RssItem): Entry => ({
  id: item.guid?.value,
  link: item.link,
  title: item.title,
  html: item.content?.encoded ?? item.description ?? '',
  author: { name: item.dc?.creators?.[0] ?? item.authors?.[0]?.name ?? item.authors?.[0]?.email, url: undefined },
  at: item.pubDate ?? item.dc?.dates?.[0],
  inReplyTo: item.thr?.inReplyTos?.[0]?.ref,
});

const fromAtom = (entry: AtomEntry): Entry => ({
  id: entry.id,
  link: (entry.links?.find((link) => link.rel === undefined || link.rel === 'alternate') ?? entry.links?.[0])?.href,
  title: entry.title?.value,
  html: entry.content?.value ?? entry.summary?.value ?? '',
  author: { name: entry.authors?.[0]?.name, url: entry.authors?.[0]?.uri },
  at: entry.published ?? entry.updated,
  inReplyTo: entry.thr?.inReplyTos?.[0]?.ref,
});

function commentFrom(entry: Entry, feedTitle: string, now: Date): IncomingComment {
  const url = webAddress(entry.link);
  const externalId = identityOf(entry);
  const parent = entry.inReplyTo?.trim() ?? null;
  const name = oneLine(plainText(entry.author.name ?? '', 'folded'), 200) || '?';
  const posted = new Date(typeof entry.at === 'string' ? entry.at : Number.NaN);
  return {
    externalId,
    // WordPress lets a comment whose parent is missing point at itself.
    parentExternalId: parent && parent !== externalId ? parent.slice(0, 300) : null,
    post: postOf(entry, url, feedTitle, name),
    author: {
      externalId: (webAddress(entry.author.url) ?? `name:${name}`).slice(0, 300),
      name,
      handle: null,
      url: webAddress(entry.author.url),
      own: false,
    },
    body: plainText(entry.html, 'folded') || plainText(entry.title ?? '', 'folded'),
    postedAt: Number.isNaN(posted.getTime()) || posted > now ? now : posted,
    visibility: 'public',
    url,
    likes: null,
    version: null,
  };
}

/** The feed's own id; without one, the address and what is said there. */
function identityOf(entry: Entry): string {
  const id = entry.id?.trim();
  if (id && id.length <= 300) return id;
  const parts = id ? [id] : [entry.link, entry.author.name, entry.at, entry.html];
  return `hash:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}

const wordOfTitle = /^(?:Comment on|Kommentar zu) (.+) (?:by|von) /;

/** A comment's address is its post's with a mark at the end; feeds do not name the post otherwise. */
function postOf(entry: Entry, url: string | null, feedTitle: string, author: string): IncomingComment['post'] {
  const page = url?.replace(/#.*$/, '') ?? null;
  if (!page) return null;
  const title = oneLine(plainText(entry.title ?? '', 'folded'), 500);
  const named = wordOfTitle.exec(title)?.[1];
  const own = named ?? (page === url || !feedTitle ? title : feedTitle);
  return { externalId: page.slice(0, 300), title: own || author, url: page };
}
