import { findAccounts, getPerson, linkPerson, unlinkPerson } from '@stammgast/shared/contract/authors';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import * as link from '../flows/link-people.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerAuthorRoutes(app: FastifyInstance, house: House): void {
  mount(app, getPerson, async ({ params, request }) => link.readPerson(house, actorOf(request), params.authorId));
  mount(app, findAccounts, async ({ query, request }) => link.findAccounts(house, actorOf(request), query.text));
  mount(app, linkPerson, async ({ params, body, request }) => {
    await link.linkPeople(house, actorOf(request), params.authorId, body.authorId);
    return { done: true as const };
  });
  mount(app, unlinkPerson, async ({ params, request }) => {
    await link.unlinkPerson(house, actorOf(request), params.authorId);
    return { done: true as const };
  });
}
