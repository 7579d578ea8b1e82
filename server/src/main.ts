import { composeHouse, composeWeb, composeWork, type Running } from './compose.ts';
import { readConfig } from './config/config.ts';
import { explainStartError } from './config/start-error.ts';
import { ensureDemo } from './flows/seed-demo.ts';
import { ensureSetupToken } from './flows/set-up-house.ts';
import { createLog } from './http/log.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const house = await composeHouse(config, log);
  if (config.demo) await ensureDemo(house);
  const running: Running[] = [];
  if (config.role !== 'worker') {
    const web = await composeWeb(config, house, log);
    running.push(web);
    await web.app.listen({ port: config.port, host: config.host });
    const address = config.publicUrl?.origin ?? addressOf(web.app.server.address(), config.host);
    const token = await ensureSetupToken(house);
    print(`Stammgast: ${address}`);
    if (token) print(`First run, set up your house here (once): ${address}/setup?token=${token}`);
  }
  if (config.role !== 'web') running.push(composeWork(house));

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    for (const one of running) await one.stop();
    await house.database.close();
    process.exit(0);
  };
  process.on('SIGINT', (signal) => void stop(signal));
  process.on('SIGTERM', (signal) => void stop(signal));
}

function addressOf(bound: ReturnType<import('node:net').Server['address']>, host: string): string {
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

start().catch((error: unknown) => {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exit(78);
});
