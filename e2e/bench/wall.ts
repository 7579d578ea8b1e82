import { wallPeriods } from '@stammgast/shared/contract/wall';
import { openAside } from '../../server/src/aside/open-aside.ts';
import { silentLog } from '../../server/src/config/log.ts';
import type { calculations } from '../../server/src/flows/calculations.ts';
import type { StoragePlace } from '../../server/src/storage/open.ts';
import { founder, signIn } from '../house.ts';
import { onEngine, startOn } from './engine.ts';
import { fire } from './load.ts';
import { ms, quantile, report } from './table.ts';
import { COMMENTS, yearHouse } from './year-house.ts';

const TIMES = 40;

/** Each panel of the lead's wall over a year of comments: computed in the thread, nothing remembered between two. */
export async function benchWall(): Promise<void> {
  await onEngine(await yearHouse('wall'), async (place) => {
    await benchPanels(place);
    await benchDeadlines(place);
  });
}

const what = `The wall at ${COMMENTS.toLocaleString('en')} comments`;

async function benchPanels(place: StoragePlace): Promise<void> {
  const aside = openAside<typeof calculations>({
    entry: new URL('../../server/src/aside-worker.ts', import.meta.url),
    place,
    log: silentLog,
  });
  const measure = async (panel: string, compute: () => Promise<unknown>) => {
    for (let i = 0; i < 3; i++) await compute();
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const from = performance.now();
      await compute();
      times.push(performance.now() - from);
    }
    report(`${what}: ${panel}, p95`, ms(quantile(times, 0.95)), '≤ 300 ms');
  };
  const actor = { personId: 'bench', role: 'admin', channels: 'all' } as const;
  const question = () => ({ actor, only: null, now: new Date(), timeZone: 'Europe/Berlin' });
  await measure('what stands now', () => aside.run('wall.now', question()));
  for (const period of wallPeriods) {
    await measure(`numbers, ${period}`, () => aside.run('wall.numbers', { ...question(), period }));
    await measure(`usual, ${period}`, () => aside.run('wall.usual', { ...question(), period }));
  }
  await measure('waits by weekday and hour', () => aside.run('wall.hours', question()));
  await measure('per person', () => aside.run('wall.people', { ...question(), personId: null }));
  await aside.close();
}

/** The list of the next deadlines is the queue's. */
async function benchDeadlines(place: StoragePlace): Promise<void> {
  const server = await startOn(place);
  const { headers } = await signIn(server.url, founder.email, founder.password);
  const shot = () => ({ method: 'GET', path: '/api/threads?q=sla:%3C28d&limit=6', headers });
  await fire(server.url, 5, 1, shot);
  const { times } = await fire(server.url, TIMES, 1, shot);
  await server.stop();
  report(`${what}: next deadlines over HTTP, p95`, ms(quantile(times, 0.95)), '≤ 300 ms');
}
