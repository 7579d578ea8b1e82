import * as contract from '@stammgast/shared/contract/mail';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import type { House } from '../flows/house.ts';
import { forgetMailSettings, readMailSettings, saveMailSettings, tryMail } from '../flows/set-up-mail.ts';
import { actorOf, mount } from '../http/mount.ts';
import { ownAddress } from '../http/own-address.ts';

export function registerMailRoutes(app: FastifyInstance, house: House, config: Pick<Config, 'publicUrl'>): void {
  mount(app, contract.getMailSettings, async () => ({ mail: await readMailSettings(house) }));
  mount(app, contract.saveMailSettings, ({ body, request }) =>
    saveMailSettings(house, actorOf(request), body, ownAddress(request, config)),
  );
  mount(app, contract.removeMailSettings, async ({ request }) => {
    await forgetMailSettings(house, actorOf(request));
    return { done: true } as const;
  });
  mount(app, contract.testMail, ({ request }) => tryMail(house, actorOf(request)));
}
