import type { Role } from '@stammgast/shared/domain/permissions';
import type { FastifyBaseLogger, FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Config } from '../config/config.ts';
import { readConfig } from '../config/config.ts';
import { identifyBy } from '../flows/sign-in.ts';
import { createApp } from '../http/app.ts';
import { createLog } from '../http/log.ts';
import { beginSession } from '../team/sessions.ts';
import type { TestHouse } from './open-test-house.ts';
import { openTestHouse } from './open-test-house.ts';

/** A browser that is signed in: sends its cookie and CSRF token. */
export interface TestBrowser {
  readonly personId: string;
  readonly cookie: string;
  readonly csrfToken: string;
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<LightMyRequestResponse>;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly house: TestHouse;
  readonly config: Config;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** A new person with this role and these channels, signed in. */
  browserOf(role: Role, channelIds?: readonly string[]): Promise<TestBrowser>;
  close(): Promise<void>;
}

type Register = (app: FastifyInstance, house: TestHouse, config: Config) => void;

/** The HTTP server on a test house, with the routes under test. Nothing listens on a port. */
export async function openTestApp(
  register: Register,
  options: { house?: TestHouse; env?: Record<string, string>; clientFolder?: string; log?: FastifyBaseLogger } = {},
): Promise<TestApp> {
  const house = options.house ?? (await openTestHouse());
  const config = readConfig({ LOG_LEVEL: 'silent', ...options.env });
  const app = createApp({
    config,
    log: options.log ?? createLog('silent'),
    identify: identifyBy(house, config.secure),
    ...(options.clientFolder ? { clientFolder: options.clientFolder } : {}),
  });
  register(app, house, config);
  await app.ready();
  return {
    app,
    house,
    config,
    inject: (request) => app.inject(request),
    browserOf: async (role, channelIds = []) => {
      const personId = house.newId();
      const session = await house.database.transaction(async (tx) => {
        const { people, memberships } = tx.tables;
        const email = `${personId}@sonnenblick.example`;
        const createdAt = house.clock.now();
        await tx.insert(people).values({ id: personId, name: `Test ${role}`, email, role, createdAt });
        for (const channelId of channelIds)
          await tx.insert(memberships).values({ id: house.newId(), personId, channelId });
        return beginSession(tx, personId, createdAt, null);
      });
      const cookie = `${config.secure ? '__Host-sid' : 'sid'}=${session.value}`;
      const headers = { cookie, 'x-csrf-token': session.csrfToken };
      return {
        personId,
        cookie,
        csrfToken: session.csrfToken,
        call: (method, url, body) =>
          app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) }),
      };
    },
    close: async () => {
      await app.close();
      await house.database.close();
    },
  };
}
