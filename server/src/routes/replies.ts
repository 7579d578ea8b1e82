import * as replies from '@stammgast/shared/contract/replies';
import type { FastifyInstance } from 'fastify';
import { answerThread } from '../flows/answer-thread.ts';
import { checkReply, discardReply, markAnswered, retryReply, undoReply } from '../flows/decide-reply.ts';
import type { House } from '../flows/house.ts';
import { listRecentAnswers } from '../flows/read-answers.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerReplyRoutes(app: FastifyInstance, house: House): void {
  mount(app, replies.createReply, ({ params, body, request }) =>
    answerThread(house, actorOf(request), params.threadId, body),
  );
  mount(app, replies.listRecentAnswers, ({ params, request }) =>
    listRecentAnswers(house, actorOf(request), params.channelId),
  );
  mount(app, replies.undoReply, ({ params, request }) => undoReply(house, actorOf(request), params.replyId));
  mount(app, replies.retryReply, ({ params, request }) => retryReply(house, actorOf(request), params.replyId));
  mount(app, replies.discardReply, ({ params, request }) => discardReply(house, actorOf(request), params.replyId));
  mount(app, replies.checkReply, ({ params, request }) => checkReply(house, actorOf(request), params.replyId));
  mount(app, replies.markAnswered, ({ params, body, request }) =>
    markAnswered(house, actorOf(request), params.replyId, body.url ?? null),
  );
}
