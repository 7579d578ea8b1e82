import type { FastifyBaseLogger } from 'fastify';
import { composeHouse, composeWeb, composeWork, endHouse, type Running } from './compose.ts';
import { type Config, readConfig } from './config/config.ts';
import { explainStartError } from './config/start-error.ts';
import type { House } from './flows/house.ts';
import { ensureDemo, isDemoHouse } from './flows/seed-demo.ts';
import { ensureSetupToken } from './flows/set-up-house.ts';
import { createLog } from './http/log.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const { house, setDemo } = await composeHouse(config, log);
  if (config.demo) await ensureDemo(house);
  setDemo(await isDemoHouse(house));
  const running: Running[] = [];
  if (config.role !== 'worker') running.push(await openDoors(config, house, log, () => setDemo(false)));
  if (config.role !== 'web') running.push(await composeWork(config, house));

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await endHouse(house, running);
    process.exit(0);
  };
  process.on('SIGINT', (signal) => void stop(signal));
  process.on('SIGTERM', (signal) => void stop(signal));
}

/** Listens, and tells where; on the first run also how to set the house up. */
async function openDoors(
  config: Config,
  house: House,
  log: FastifyBaseLogger,
  leaveDemo: () => void,
): Promise<Running> {
  let address = '';
  const tellSetUp = async () => {
    const token = await ensureSetupToken(house);
    return token ? `First run, set up your house here (once): ${address}/setup?token=${token}` : null;
  };
  const web = await composeWeb(config, house, log, async () => {
    leaveDemo();
    print((await tellSetUp()) ?? 'The demo is gone.');
  });
  await web.app.listen({ port: config.port, host: config.host });
  address = config.publicUrl?.origin ?? addressOf(web.app.server.address(), config.host);
  const setUp = await tellSetUp();
  print(`Stammgast: ${address}`);
  if (setUp) print(setUp);
  return web;
}

function addressOf(bound: ReturnType<import('node:net').Server['address']>, host: string): string {
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

start().catch((error: unknown) => {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exit(78);
});
