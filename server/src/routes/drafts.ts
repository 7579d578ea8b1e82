import * as drafts from '@stammgast/shared/contract/drafts';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { listDrafts, listDraftVersions, removeDraft, saveDraft } from '../flows/keep-drafts.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerDraftRoutes(app: FastifyInstance, house: House): void {
  mount(app, drafts.listDrafts, async ({ params, request }) => ({
    drafts: await listDrafts(house, actorOf(request), params.threadId),
  }));
  mount(app, drafts.saveDraft, ({ params, body: { kind, ...text }, request }) =>
    saveDraft(house, actorOf(request), params.threadId, kind, text),
  );
  mount(app, drafts.removeDraft, async ({ params, query, request }) => {
    await removeDraft(house, actorOf(request), params.threadId, query.kind, query.base);
    return { done: true as const };
  });
  mount(app, drafts.listDraftVersions, async ({ params, request }) => ({
    versions: await listDraftVersions(house, actorOf(request), params.threadId),
  }));
}
