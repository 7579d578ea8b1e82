import * as views from '@stammgast/shared/contract/views';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import * as keep from '../flows/keep-views.ts';
import { actorOf, mount } from '../http/mount.ts';

const done = { done: true as const };

export function registerViewRoutes(app: FastifyInstance, house: House): void {
  mount(app, views.listViews, ({ request }) => keep.listViews(house, actorOf(request)));
  mount(app, views.countSavedViews, ({ request }) => keep.countSavedViews(house, actorOf(request)));
  mount(app, views.saveView, ({ body, request }) => keep.saveView(house, actorOf(request), body));
  mount(app, views.changeView, ({ params, body, request }) => {
    const actor = actorOf(request);
    return keep.changeView(house, actor, actor.personId, params.viewId, body);
  });
  mount(app, views.removeView, async ({ params, request }) => {
    const actor = actorOf(request);
    await keep.removeView(house, actor, actor.personId, params.viewId);
    return done;
  });
  mount(app, views.shareView, ({ params, request }) => keep.shareView(house, actorOf(request), params.viewId));
  mount(app, views.changeTeamView, ({ params, body, request }) =>
    keep.changeView(house, actorOf(request), null, params.viewId, body),
  );
  mount(app, views.removeTeamView, async ({ params, request }) => {
    await keep.removeView(house, actorOf(request), null, params.viewId);
    return done;
  });
}
