import * as contract from '@stammgast/shared/contract/team';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import type { House } from '../flows/house.ts';
import { changePerson, invitePerson, listColleagues, listPeople, withdrawInvitation } from '../flows/manage-team.ts';
import { actorOf, mount } from '../http/mount.ts';
import { ownAddress } from '../http/own-address.ts';

export function registerTeamRoutes(app: FastifyInstance, house: House, config: Pick<Config, 'publicUrl'>): void {
  mount(app, contract.listColleagues, async ({ request }) => listColleagues(house, actorOf(request)));
  mount(app, contract.listPeople, async () => listPeople(house));
  mount(app, contract.changePerson, async ({ params, body, request }) =>
    changePerson(house, actorOf(request), params.personId, body),
  );
  mount(app, contract.invitePerson, async ({ body, request }) => {
    const { invitation, token } = await invitePerson(house, actorOf(request), body);
    return { invitation, link: `${ownAddress(request, config)}/invitation/${token}` };
  });
  mount(app, contract.withdrawInvitation, async ({ params, request }) => {
    await withdrawInvitation(house, actorOf(request), params.invitationId);
    return { done: true } as const;
  });
}
