import * as contract from '@stammgast/shared/contract/integration';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { confirmFetched, refuseFetched, repliesToFetch } from '../flows/fetch-replies.ts';
import type { House } from '../flows/house.ts';
import { pushComments } from '../flows/push-comments.ts';
import { mount } from '../http/mount.ts';
import { problem } from '../http/problem.ts';

/** 500 comments of the usual length; single long ones leave room for fewer. */
const PUSH_BYTES = 8 * 1024 * 1024;
const done = { done: true } as const;

/** The doors for other systems; each request carries the token of its channel. */
export function registerIntegrationRoutes(app: FastifyInstance, house: House): void {
  const push = pushComments(house);
  mount(
    app,
    contract.pushComments,
    async ({ body, request }) => ({ results: [...(await push(channelOf(request), body))] }),
    { bodyLimit: PUSH_BYTES },
  );
  mount(app, contract.fetchReplies, async ({ query, request }) => ({
    replies: await repliesToFetch(house, channelOf(request), query.limit),
  }));
  mount(app, contract.confirmReply, async ({ params, body, request }) => {
    const at = { externalId: body.externalId, url: body.url ?? null };
    await confirmFetched(house, channelOf(request), params.replyId, at);
    return done;
  });
  mount(app, contract.refuseReply, async ({ params, body, request }) => {
    await refuseFetched(house, channelOf(request), params.replyId, body.reason);
    return done;
  });
}

function channelOf(request: FastifyRequest): string {
  if (!request.integrationChannelId) throw problem('auth.required', 401);
  return request.integrationChannelId;
}
