import * as approvals from '@stammgast/shared/contract/approvals';
import type { FastifyInstance } from 'fastify';
import { approveReply, holdBackReply, rejectReply } from '../flows/approve-reply.ts';
import type { House } from '../flows/house.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerApprovalRoutes(app: FastifyInstance, house: House): void {
  mount(app, approvals.approveReply, ({ params, body, request }) =>
    approveReply(house, actorOf(request), params.replyId, body),
  );
  mount(app, approvals.holdBackReply, ({ params, request }) => holdBackReply(house, actorOf(request), params.replyId));
  mount(app, approvals.rejectReply, ({ params, body, request }) =>
    rejectReply(house, actorOf(request), params.replyId, body),
  );
}
