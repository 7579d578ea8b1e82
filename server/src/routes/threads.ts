import {
  addNote,
  assignThread,
  countThreads,
  getThread,
  getThreadContext,
  listMergeable,
  listThreads,
  mergeThreads,
  reopenThread,
  resolveThread,
  splitThread,
} from '@stammgast/shared/contract/threads';
import type { FastifyInstance } from 'fastify';
import { assignThread as assign } from '../flows/claim-threads.ts';
import type { House } from '../flows/house.ts';
import { mergeByHand } from '../flows/merge-by-hand.ts';
import * as read from '../flows/read-threads.ts';
import * as resolution from '../flows/resolve-threads.ts';
import { splitThread as split } from '../flows/split-thread.ts';
import { addNote as writeNote } from '../flows/write-notes.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerThreadRoutes(app: FastifyInstance, house: House): void {
  mount(app, listThreads, async ({ query: { q, cursor, limit }, request }) =>
    read.listQueue(house, actorOf(request), q, { cursor, limit }),
  );
  mount(app, countThreads, async ({ request }) => read.countViews(house, actorOf(request)));
  mount(app, getThread, async ({ params, request }) => read.readThread(house, actorOf(request), params.threadId));
  mount(app, listMergeable, async ({ params, query, request }) =>
    read.listMergeable(house, actorOf(request), params.threadId, query.text),
  );
  mount(app, getThreadContext, async ({ params, request }) =>
    read.readContext(house, actorOf(request), params.threadId),
  );
  mount(app, assignThread, async ({ params, body, request }) => assign(house, actorOf(request), params.threadId, body));
  mount(app, resolveThread, async ({ params, body, request }) =>
    resolution.resolveThread(house, actorOf(request), params.threadId, body),
  );
  mount(app, reopenThread, async ({ params, request }) =>
    resolution.reopenThread(house, actorOf(request), params.threadId),
  );
  mount(app, mergeThreads, async ({ params, body, request }) =>
    mergeByHand(house, actorOf(request), params.threadId, body.from),
  );
  mount(app, splitThread, async ({ params, body, request }) => split(house, actorOf(request), params.threadId, body));
  mount(app, addNote, async ({ params, body, request }) => writeNote(house, actorOf(request), params.threadId, body));
}
