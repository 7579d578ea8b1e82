import { sameText } from '@stammgast/shared/domain/same-text';
import {
  type Connector,
  type OutgoingReply,
  PublishError,
  type Published,
} from '../../server/src/connectors/connector.ts';
import { noSettings } from '../../server/src/testing/no-settings.ts';
import type { Post } from './platform.ts';

/** Speaks to the pretend platform as our connectors speak to real ones; shorter in patience, so that tests are quick. */
export function createPretendConnector(url: string, patienceMs = 60): Connector {
  return {
    platform: 'mastodon',
    settings: noSettings,
    secrets: [],
    pollSeconds: 60,
    can: () => ({ reply: 'api', moderate: [], edits: false, deletions: false, push: false, maxReplyLength: null }),
    open: () => ({
      test: async () => ({ found: 'pretend' }),
      publish: (reply) => publish(url, patienceMs, reply),
      findPublished: (reply) => findPublished(url, patienceMs, reply),
    }),
  };
}

async function publish(url: string, patienceMs: number, reply: OutgoingReply): Promise<Published> {
  const body = JSON.stringify({ parent: reply.comment.externalId, body: reply.body });
  const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(patienceMs) }).catch((error) => {
    throw new PublishError('unconfirmed', String(error));
  });
  if (answer.status === 429) throw new PublishError('retry', 'too many requests');
  if (answer.status !== 201) throw new PublishError('unconfirmed', `status ${answer.status}`);
  return seen((await answer.json()) as Post);
}

async function findPublished(url: string, patienceMs: number, reply: OutgoingReply): Promise<Published | 'absent'> {
  const parent = encodeURIComponent(reply.comment.externalId);
  const answer = await fetch(`${url}?parent=${parent}`, { signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) throw new PublishError('unconfirmed', `status ${answer.status}`);
  const posts = (await answer.json()) as Post[];
  const post = posts.find((p) => sameText(p.body, reply.body) && p.at >= reply.claimedAt.getTime());
  return post ? seen(post) : 'absent';
}

const seen = (post: Post): Published => ({ state: 'published', externalId: post.id, url: null });
