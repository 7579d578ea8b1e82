// The real server with three arguments of its own: a platform that is pretended, a clock that runs fast, and an ear for
// the trial that wants to catch its worker at a point.
import { composeHouse, composeWeb, composeWork } from '../../server/src/compose.ts';
import { readConfig } from '../../server/src/config/config.ts';
import type { Connector } from '../../server/src/connectors/connector.ts';
import { ensureSetupToken } from '../../server/src/flows/set-up-house.ts';
import { createLog } from '../../server/src/http/log.ts';
import { createPretendConnector } from '../pretend/connector.ts';
import { type Order, type Pace, type Report, timeBy } from './points.ts';
import { type Pass, watchHouse } from './watched-house.ts';

const tell = (report: Report): void => void process.send?.(report);
const hear = (listener: (order: Order) => void): void => void process.on('message', listener);

/** Waits at one passing of one point until it is told to go on, or until the process ends. */
function catching(): Pass {
  let wanted: Extract<Order, { catchAt: unknown }> | null = null;
  let goOn: () => void = () => undefined;
  let passings = 0;
  hear((order) => {
    if (order === 'go-on') goOn();
    else if ('catchAt' in order) {
      wanted = order;
      passings = 0;
    }
  });
  return async (point) => {
    if (point !== wanted?.catchAt) return;
    passings += 1;
    if (passings !== wanted.passing) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
      tell({ caughtAt: point });
    });
  };
}

const pass = catching();

async function start(paceNow: () => Pace): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const { house: real } = await composeHouse(config, log);
  const clock = { now: () => new Date(timeBy(paceNow())) };
  const { PRETEND_PLATFORM: platform = '', PRETEND_PATIENCE_MS: patience } = process.env;
  const pretend = createPretendConnector(platform, Number(patience)) as unknown as Connector;
  const connectors = new Map([['mastodon', pretend]]);
  const house = watchHouse({ ...real, clock, connectors }, pass);
  const web = await composeWeb(config, house, log, async () => undefined);
  await web.app.listen({ port: config.port, host: config.host });
  const address = web.app.server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const token = await ensureSetupToken(house);
  process.stdout.write(`Stammgast: ${url}\n`);
  if (token) process.stdout.write(`${url}/setup?token=${token}\n`);
  if (config.role !== 'web') await composeWork(config, house);
}

let pace: Pace | null = null;
hear((order) => {
  if (order === 'go-on' || !('pace' in order)) return;
  const { pace: given } = order;
  const known = pace !== null;
  pace = given;
  if (known) return;
  start(() => pace ?? given).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
// A trial that has ended leaves nobody behind.
process.on('disconnect', () => process.exit(0));
tell('loaded');
