import { z } from 'zod';
import type { Connector } from '../connector.ts';
import { act, look, wordpressActs } from './act.ts';
import { openBlog, type WordpressSettings } from './blog.ts';
import { check } from './check.ts';
import { fetchSince } from './fetch.ts';
import { openPosts } from './posts.ts';
import { findPublished, publish } from './publish.ts';

const settings = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(500),
  username: z.string().trim().min(1).max(200),
  applicationPassword: z.string().trim().min(1).max(200),
});

/** Comments of a WordPress blog, through its REST API and an application password. */
export const wordpress: Connector<WordpressSettings> = {
  platform: 'wordpress',
  settings,
  secrets: ['applicationPassword'],
  pollSeconds: 10,
  can: () => ({
    reply: 'api',
    acts: [...wordpressActs],
    edits: true,
    deletions: true,
    push: false,
    maxReplyLength: 65_000,
  }),
  open(given, { http, now }) {
    const blog = openBlog(given, http);
    const reader = { blog, posts: openPosts(blog, now), now };
    return {
      fetchSince: (cursor, watched) => fetchSince(reader, cursor, watched),
      publish: (reply) => publish(blog, reply),
      findPublished: (reply) => findPublished(blog, reply),
      act: (externalId, what) => act(blog, externalId, what),
      look: (externalId) => look(blog, externalId),
      test: () => check(blog, given, http),
    };
  },
};
