import { decideModeration, listModerations, withdrawModeration } from '@stammgast/shared/contract/moderation';
import {
  correctComment,
  likeComment,
  moderateComment,
  settleComment,
  unlikeComment,
} from '@stammgast/shared/contract/threads';
import type { FastifyInstance } from 'fastify';
import * as act from '../flows/act-on-comments.ts';
import type { House } from '../flows/house.ts';
import * as judge from '../flows/judge-comments.ts';
import * as moderate from '../flows/moderate-comments.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerCommentRoutes(app: FastifyInstance, house: House): void {
  mount(app, correctComment, async ({ params, body, request }) =>
    judge.correctComment(house, actorOf(request), params.commentId, body),
  );
  mount(app, moderateComment, async ({ params, body, request }) =>
    moderate.moderateComment(house, actorOf(request), params.commentId, body),
  );
  mount(app, likeComment, async ({ params, request }) =>
    act.likeComment(house, actorOf(request), params.commentId, true),
  );
  mount(app, unlikeComment, async ({ params, request }) =>
    act.likeComment(house, actorOf(request), params.commentId, false),
  );
  mount(app, settleComment, async ({ params, request }) =>
    act.settleComment(house, actorOf(request), params.commentId),
  );
  mount(app, listModerations, async ({ request }) => moderate.listModerations(house, actorOf(request)));
  mount(app, decideModeration, async ({ params, body, request }) =>
    moderate.decideModeration(house, actorOf(request), params.moderationId, body),
  );
  mount(app, withdrawModeration, async ({ params, request }) =>
    moderate.withdrawModeration(house, actorOf(request), params.moderationId),
  );
}
