import * as contract from '@stammgast/shared/contract/teams';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import { addTeam, changeTeam, listTeams, removeTeam } from '../flows/manage-teams.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerTeamsRoutes(app: FastifyInstance, house: House): void {
  mount(app, contract.listTeams, ({ request }) => listTeams(house, actorOf(request)));
  mount(app, contract.addTeam, ({ body, request }) => addTeam(house, actorOf(request), body));
  mount(app, contract.changeTeam, ({ params, body, request }) =>
    changeTeam(house, actorOf(request), params.teamId, body),
  );
  mount(app, contract.removeTeam, async ({ params, request }) => {
    await removeTeam(house, actorOf(request), params.teamId);
    return { done: true as const };
  });
}
