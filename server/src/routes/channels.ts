import * as contract from '@stammgast/shared/contract/channels';
import type { FastifyInstance } from 'fastify';
import type { House } from '../flows/house.ts';
import {
  addChannel,
  changeChannel,
  fetchNow,
  listChannels,
  listConnections,
  readChannelSettings,
  removeChannel,
  renewToken,
  testConnection,
} from '../flows/manage-channels.ts';
import { openSilence } from '../flows/read-silence.ts';
import { actorOf, mount } from '../http/mount.ts';

const done = { done: true } as const;

export function registerChannelRoutes(app: FastifyInstance, house: House): void {
  mount(app, contract.listChannels, async ({ request }) => listChannels(house, actorOf(request)));
  const silence = openSilence(house);
  mount(app, contract.listSilentChannels, async ({ request }) => silence(actorOf(request)));
  mount(app, contract.listConnections, async () => listConnections(house));
  mount(app, contract.testConnection, async ({ body }) => testConnection(house, body));
  mount(app, contract.addChannel, async ({ body, request }) => addChannel(house, actorOf(request), body));
  mount(app, contract.getChannelSettings, async ({ params }) => readChannelSettings(house, params.channelId));
  mount(app, contract.changeChannel, async ({ params, body, request }) =>
    changeChannel(house, actorOf(request), params.channelId, body),
  );
  mount(app, contract.renewChannelToken, async ({ params, request }) =>
    renewToken(house, actorOf(request), params.channelId),
  );
  mount(app, contract.fetchChannelNow, async ({ params }) => {
    await fetchNow(house, params.channelId);
    return done;
  });
  mount(app, contract.removeChannel, async ({ params, request }) => {
    await removeChannel(house, actorOf(request), params.channelId);
    return done;
  });
}
