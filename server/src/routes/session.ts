import * as contract from '@stammgast/shared/contract/session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { acceptInvitation, readInvitation } from '../flows/accept-invitation.ts';
import type { House } from '../flows/house.ts';
import { changePassword, changeProfile, lookAtDoor, readMe } from '../flows/own-account.ts';
import { setUpHouse } from '../flows/set-up-house.ts';
import { type Caller, demoSignIn, type SignedIn, signIn, signOut } from '../flows/sign-in.ts';
import { actorOf, mount } from '../http/mount.ts';
import { problem } from '../http/problem.ts';
import { clearSessionCookie, setSessionCookie } from '../http/session-cookie.ts';
import { createPasswords } from '../team/passwords.ts';

export function registerSessionRoutes(app: FastifyInstance, house: House, config: Pick<Config, 'secure'>): void {
  const passwords = createPasswords();
  const welcome = ({ me, session }: SignedIn, reply: FastifyReply) => {
    setSessionCookie(reply, session.value, session.expiresAt, config.secure);
    return me;
  };

  mount(app, contract.getDoor, async ({ request }) => lookAtDoor(house, request.actor !== null));
  mount(app, contract.setUpHouse, async ({ body, request, reply }) =>
    welcome(await setUpHouse(house, passwords, body, callerOf(request)), reply),
  );
  mount(app, contract.signIn, async ({ body, request, reply }) =>
    welcome(await signIn(house, passwords, body, callerOf(request)), reply),
  );
  mount(app, contract.demoSignIn, async ({ body, request, reply }) =>
    welcome(await demoSignIn(house, body.role, callerOf(request)), reply),
  );
  mount(app, contract.getMe, async ({ request }) => readMe(house, actorOf(request), sessionOf(request)));
  mount(app, contract.signOut, async ({ request, reply }) => {
    await signOut(house, actorOf(request).personId, sessionOf(request));
    clearSessionCookie(reply, config.secure);
    reply.header('clear-site-data', '"storage"');
    return { done: true } as const;
  });
  mount(app, contract.changeProfile, async ({ body, request }) =>
    changeProfile(house, actorOf(request), sessionOf(request), body),
  );
  mount(app, contract.changePassword, async ({ body, request, reply }) =>
    welcome(await changePassword(house, passwords, actorOf(request), body, callerOf(request)), reply),
  );
  mount(app, contract.getInvitation, async ({ params }) => readInvitation(house, params.token));
  mount(app, contract.acceptInvitation, async ({ params, body, request, reply }) =>
    welcome(await acceptInvitation(house, passwords, { ...body, ...params }, callerOf(request)), reply),
  );
}

const callerOf = (request: FastifyRequest): Caller => ({ address: request.ip, sessionId: request.sessionId });

function sessionOf(request: FastifyRequest): string {
  if (!request.sessionId) throw problem('auth.required', 401);
  return request.sessionId;
}
