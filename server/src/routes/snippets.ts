import * as snippets from '@stammgast/shared/contract/snippets';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import * as manage from '../flows/manage-snippets.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerSnippetRoutes(app: FastifyInstance, house: House): void {
  mount(app, snippets.listSnippets, ({ request }) => manage.listSnippets(house, actorOf(request)));
  mount(app, snippets.addSnippet, ({ body, request }) => manage.addSnippet(house, actorOf(request), body));
  mount(app, snippets.changeSnippet, ({ params, body, request }) =>
    manage.changeSnippet(house, actorOf(request), params.snippetId, body),
  );
  mount(app, snippets.removeSnippet, async ({ params, request }) => {
    await manage.removeSnippet(house, actorOf(request), params.snippetId);
    return { done: true as const };
  });
}
