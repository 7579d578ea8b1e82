import { extname, join } from 'node:path';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { openAside } from './aside/open-aside.ts';
import { createVault } from './channels/vault.ts';
import { createClassifier } from './classify/classify.ts';
import { systemClock } from './config/clock.ts';
import type { Config } from './config/config.ts';
import { newId } from './config/ids.ts';
import { projectFolder } from './config/places.ts';
import { connectors } from './connectors/registry.ts';
import type { Calculations } from './flows/calculations.ts';
import { startFetching } from './flows/fetch-channels.ts';
import type { House } from './flows/house.ts';
import { keepAuditTrail } from './flows/keep-audit-trail.ts';
import { lookForUnconfirmed } from './flows/look-for-reply.ts';
import { playStorm } from './flows/play-storm.ts';
import { PROMISE_ANEW, promiseAnew } from './flows/promise-anew.ts';
import { publishReply } from './flows/publish-reply.ts';
import { PUSH, pushToDevices } from './flows/push-to-devices.ts';
import { REMIND, remindOfPromises } from './flows/remind-of-promises.ts';
import { sampleResolvedThreads } from './flows/sample-threads.ts';
import { SEND_REPORT } from './flows/schedule-reports.ts';
import { PLAN_DIGESTS, planDigests, SEND_DIGEST, sendDigest, startDigests } from './flows/send-digests.ts';
import { sendReports } from './flows/send-reports.ts';
import { identifyBy } from './flows/sign-in.ts';
import { WAKE, wakeDueThreads } from './flows/snooze-threads.ts';
import { tellPeople } from './flows/tell-people.ts';
import { planTidyUp, TIDY_UP, tidyUp } from './flows/tidy-up.ts';
import { watchDeadlines } from './flows/watch-deadlines.ts';
import { watchRadar } from './flows/watch-radar.ts';
import { createApp } from './http/app.ts';
import { createMetrics } from './http/metrics.ts';
import { stopGracefully } from './http/stop-gracefully.ts';
import { createWayOut } from './http/way-out.ts';
import { startWorker } from './jobs/worker.ts';
import { broadcastFacts } from './realtime/broadcast.ts';
import { tellPresence } from './realtime/presence.ts';
import { openSockets } from './realtime/sockets.ts';
import { registerAllRoutes } from './routes/all.ts';
import { backUpBeforeMigrating } from './storage/backup.ts';
import { openStorage } from './storage/open.ts';

/** Something that runs beside the requests and ends with the house. */
export interface Running {
  stop(): Promise<void>;
}

export interface ComposedHouse {
  readonly house: House;
  /** A demo house publishes nothing; it stops being one when its rows are removed. */
  setDemo(demo: boolean): void;
}

/** Beside this file, from sources and when built. */
const asideWorker = new URL(`./aside-worker${extname(import.meta.filename)}`, import.meta.url);

/** Everything that flows need, on the real world. */
export async function composeHouse(config: Config, log: FastifyBaseLogger): Promise<ComposedHouse> {
  let demo = config.demo;
  const { database, migrated } = await openStorage(
    config,
    (error) => log.warn({ error: error.message }, 'database connection lost'),
    { backUp: backUpBeforeMigrating(config) },
  );
  if (migrated.length > 0) log.info({ migrated }, 'database is up to date');
  const house: House = {
    database,
    aside: openAside<Calculations>({ entry: asideWorker, place: config, log, apart: ['report.read'] }),
    clock: systemClock,
    newId,
    log,
    http: createWayOut(),
    connectors,
    classify: createClassifier().classify,
    vault: createVault(config.keyFile),
    undoSeconds: config.undoSeconds,
    get demo() {
      return demo;
    },
  };
  return {
    house,
    setDemo: (next) => {
      demo = next;
    },
  };
}

const clientFolder = join(projectFolder, 'client/dist');

/** The HTTP server with all routes and the browsers' sockets. */
export async function composeWeb(
  config: Config,
  house: House,
  log: FastifyBaseLogger,
  onDemoRemoved: () => Promise<void>,
): Promise<{ app: FastifyInstance } & Running> {
  const metrics = createMetrics();
  const identify = identifyBy(house, config.secure);
  const app = createApp({ config, log, identify, metrics, clientFolder });
  registerAllRoutes(app, house, { config, metrics, onDemoRemoved });
  await app.ready();
  const io = openSockets({ server: app.server, house, identify, publicOrigin: config.publicUrl?.origin ?? null });
  metrics.gauge('stammgast_sockets', 'Browsers that listen.', () => io.sockets.sockets.size);
  const stopBroadcast = await broadcastFacts(io, house);
  const stopPresence = tellPresence(io, house);
  return {
    app,
    async stop() {
      const outcome = await stopGracefully(app, async () => {
        await Promise.all([stopBroadcast(), stopPresence()]);
        io.disconnectSockets(true);
        io.engine.close();
      });
      if (outcome === 'cut') log.warn({}, 'some requests did not finish in time');
    },
  };
}

/** What happens without anybody asking: fetch, publish, watch deadlines, tidy up. */
export async function composeWork(config: Config, house: House): Promise<Running> {
  await planTidyUp(house);
  await planDigests(house);
  const running: Running[] = [
    startFetching(house),
    startWorker(house, {
      'publish-reply': publishReply(house),
      'look-for-reply': lookForUnconfirmed(house),
      [SEND_REPORT]: sendReports(house),
      [PROMISE_ANEW]: promiseAnew(house),
      [PLAN_DIGESTS]: startDigests(house),
      [PUSH]: pushToDevices(house),
      [SEND_DIGEST]: sendDigest(house),
      [REMIND]: remindOfPromises(house),
      [TIDY_UP]: tidyUp(house),
      [WAKE]: wakeDueThreads(house),
    }),
    watchDeadlines(house),
    await tellPeople(house),
    await keepAuditTrail(house, config.auditLog),
    await watchRadar(house),
    { stop: await sampleResolvedThreads(house) },
    ...(house.demo ? [playStorm(house)] : []),
  ];
  return {
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}

const PATIENCE_MS = 1000;

/** What is under way finishes; only calculations, which may take a minute, are cut off soon. */
export async function endHouse({ aside, database }: Pick<House, 'aside' | 'database'>, running: readonly Running[]) {
  const patience = setTimeout(() => void aside.close(), PATIENCE_MS);
  for (const one of running) await one.stop();
  clearTimeout(patience);
  await aside.close();
  await database.close();
}
