import { z } from 'zod';
import { ChannelError, type Connector } from '../connector.ts';
import { openBlog, refusal, type WordpressSettings } from './blog.ts';
import { check } from './check.ts';
import { fetchSince } from './fetch.ts';
import { openPosts } from './posts.ts';
import { findPublished, publish } from './publish.ts';

const settings = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(500),
  username: z.string().trim().min(1).max(200),
  applicationPassword: z.string().trim().min(1).max(200),
});
const status = { approve: 'approved', hold: 'hold', spam: 'spam' } as const;

/** Comments of a WordPress blog, through its REST API and an application password. */
export const wordpress: Connector<WordpressSettings> = {
  platform: 'wordpress',
  settings,
  secrets: ['applicationPassword'],
  pollSeconds: 10,
  can: () => ({
    reply: 'api',
    moderate: ['approve', 'hold', 'spam'],
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
      async moderate(externalId, verdict) {
        const answer = await blog.post(`/wp/v2/comments/${encodeURIComponent(externalId)}`, {
          status: status[verdict],
        });
        if (answer.status === 404) throw new ChannelError('reply.comment_gone', 'the comment is gone');
        // Already in this state: WordPress calls it a failure.
        if (answer.status !== 200 && answer.code !== 'rest_comment_failed_edit') throw refusal(answer);
      },
      test: () => check(blog, given, http),
    };
  },
};
