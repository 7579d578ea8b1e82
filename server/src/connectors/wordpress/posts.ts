import { z } from 'zod';
import { oneLine, plainText, webAddress } from '../plain-text.ts';
import type { Blog } from './blog.ts';
import type { WpPost } from './mapping.ts';

const REMEMBERED_MS = 10 * 60_000;
const PER_REQUEST = 100;
const WpPosts = z.array(z.object({ id: z.number(), title: z.object({ rendered: z.string() }), link: z.string() }));

export type Posts = (ids: readonly number[]) => Promise<ReadonlyMap<number, WpPost>>;

/** Titles and addresses of posts and pages, one request for many, remembered for ten minutes. */
export function openPosts(blog: Blog, now: () => Date): Posts {
  const known = new Map<number, WpPost | null>();
  let since = now().getTime();

  async function learn(path: string, ids: readonly number[]): Promise<void> {
    for (const post of ids.length > 0 ? await ask(blog, path, ids) : []) {
      const title = oneLine(plainText(post.title.rendered, 'folded'), 500);
      if (title) known.set(post.id, { title, url: webAddress(post.link) });
    }
  }

  return async (ids) => {
    if (now().getTime() - since > REMEMBERED_MS) {
      known.clear();
      since = now().getTime();
    }
    const unknown = () => [...new Set(ids)].filter((id) => !known.has(id)).slice(0, PER_REQUEST);
    await learn('/wp/v2/posts', unknown());
    await learn('/wp/v2/pages', unknown());
    for (const id of unknown()) known.set(id, null);
    const found = new Map<number, WpPost>();
    for (const id of ids) {
      const post = known.get(id);
      if (post) found.set(id, post);
    }
    return found;
  };
}

async function ask(blog: Blog, path: string, ids: readonly number[]): Promise<z.infer<typeof WpPosts>> {
  const query = { include: ids.join(','), per_page: PER_REQUEST, _fields: 'id,title,link' };
  let answer = await blog.get(path, { ...query, status: 'any' });
  // Accounts that only moderate may not ask for drafts.
  if (answer.status === 400 || answer.status === 403) answer = await blog.get(path, query);
  const posts = WpPosts.safeParse(answer.json);
  return answer.status === 200 && posts.success ? posts.data : [];
}
