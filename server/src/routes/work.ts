import {
  claimThread,
  listTags,
  markRead,
  markUnread,
  releaseThread,
  snoozeThread,
  tagThread,
  wakeThread,
  workOnThreads,
} from '@stammgast/shared/contract/work';
import type { FastifyInstance } from 'fastify';
import * as bulk from '../flows/bulk-threads.ts';
import * as claims from '../flows/claim-threads.ts';
import type { House } from '../flows/house.ts';
import * as marks from '../flows/read-marks.ts';
import * as sleep from '../flows/snooze-threads.ts';
import * as tags from '../flows/tag-threads.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerWorkRoutes(app: FastifyInstance, house: House): void {
  mount(app, claimThread, async ({ params, body, request }) =>
    claims.claimThread(house, actorOf(request), params.threadId, body.takeOverFrom),
  );
  mount(app, releaseThread, async ({ params, request }) =>
    claims.releaseThread(house, actorOf(request), params.threadId),
  );
  mount(app, snoozeThread, async ({ params, body, request }) =>
    sleep.snoozeThread(house, actorOf(request), params.threadId, body),
  );
  mount(app, wakeThread, async ({ params, request }) => sleep.wakeThread(house, actorOf(request), params.threadId));
  mount(app, listTags, async ({ request }) => tags.listTags(house, actorOf(request)));
  mount(app, tagThread, async ({ params, body, request }) =>
    tags.tagThread(house, actorOf(request), params.threadId, body),
  );
  mount(app, markRead, async ({ params, body, request }) =>
    marks.markRead(house, actorOf(request), params.threadId, body.until),
  );
  mount(app, markUnread, async ({ params, request }) => marks.markUnread(house, actorOf(request), params.threadId));
  mount(app, workOnThreads, async ({ body, request }) => bulk.workOnThreads(house, actorOf(request), body));
}
