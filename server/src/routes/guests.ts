import * as guests from '@stammgast/shared/contract/guests';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { answerGuestLink, readGuestLink } from '../flows/answer-as-guest.ts';
import type { House } from '../flows/house.ts';
import { inviteGuest, listGuests, revokeGuest } from '../flows/invite-guest.ts';
import { actorOf, mount } from '../http/mount.ts';
import { ownAddress } from '../http/own-address.ts';

export function registerGuestRoutes(app: FastifyInstance, house: House, config: Pick<Config, 'publicUrl'>): void {
  const visitOf = (token: string, { ip, actor }: FastifyRequest) => ({
    token,
    address: ip,
    personId: actor?.personId ?? null,
  });

  mount(app, guests.inviteGuest, async ({ params, body, request }) => {
    const { guest, token } = await inviteGuest(house, actorOf(request), params.threadId, body);
    return { guest, link: `${ownAddress(request, config)}/guest/${token}` };
  });
  mount(app, guests.listGuests, ({ params, request }) => listGuests(house, actorOf(request), params.threadId));
  mount(app, guests.revokeGuest, async ({ params, request }) => {
    await revokeGuest(house, actorOf(request), params.guestId);
    return { done: true } as const;
  });
  mount(app, guests.readGuestLink, ({ params, request }) => readGuestLink(house, visitOf(params.token, request)));
  mount(app, guests.answerGuestLink, async ({ params, body, request }) => {
    await answerGuestLink(house, visitOf(params.token, request), body);
    return { done: true } as const;
  });
}
