import { addApiChannel, founder, removeDataDir, type ServerProcess, setUp, signIn, startServer } from '../house.ts';
import { onEngine, startOn } from './engine.ts';
import { fill } from './fill.ts';
import { fire, type Outcome } from './load.ts';
import { ms, perSecond, quantile, report } from './table.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** Five comments a thread: at this size there are 100,000 threads. */
const SEARCHED = 500_000;

/** The queue page at three sizes of the house, and ranked search for a rare word at 100,000 threads. */
export async function benchQueue(): Promise<void> {
  const first = await startServer();
  await addApiChannel(await setUp(first));
  await first.stop();
  const { dataDir } = first;
  let filled = 0;
  const at = async (
    size: number,
    measure: (server: ServerProcess, headers: Readonly<Record<string, string>>) => Promise<void>,
  ) => {
    console.log(`filling up to ${size.toLocaleString('en')} comments …`);
    fill(dataDir, filled, size);
    filled = size;
    await onEngine(dataDir, async (place) => {
      const server = await startOn(place);
      const { headers } = await signIn(server.url, founder.email, founder.password);
      await measure(server, headers);
      await server.stop();
    });
  };
  const p99: number[] = [];
  const page = async (server: ServerProcess, headers: Readonly<Record<string, string>>) => {
    const outcome = await pages(server.url, headers);
    p99.push(quantile(outcome.times, 0.99));
  };
  await at(SIZES[0] ?? 0, page);
  await at(SIZES[1] ?? 0, page);
  await at(SEARCHED, search);
  await at(SIZES[2] ?? 0, page);
  removeDataDir(dataDir);
  const [small = Number.NaN, , large = Number.NaN] = p99;
  report(
    'Queue page of 50 over HTTP at 10k / 100k / 1M comments, 10 at once, p99',
    `${p99.map(ms).join(' / ')}; growth ${(large / small).toFixed(2)}×`,
    '≤ 10 ms; growth ≤ 1.5×',
  );
}

async function pages(url: string, headers: Readonly<Record<string, string>>): Promise<Outcome> {
  const shot = () => ({ method: 'GET', path: '/api/threads?q=is:open', headers });
  await fire(url, 300, 10, shot);
  return fire(url, 2000, 10, shot);
}

async function search(server: ServerProcess, headers: Readonly<Record<string, string>>): Promise<void> {
  const shot = (word: (i: number) => string) => (i: number) => ({
    method: 'GET',
    path: `/api/threads?q=${word(i)}`,
    headers,
  });
  const rare = shot((i) => `selten${(i % 50) * 10_000}`);
  await fire(server.url, 300, 10, rare);
  const outcome = await fire(server.url, 4000, 10, rare);
  report(
    'Ranked full-text search over HTTP for a rare word, 100,000 threads, 10 at once',
    perSecond(outcome.perSecond),
    '≥ 1,700/s',
  );
  const common = await fire(
    server.url,
    300,
    1,
    shot(() => 'zimmer'),
  );
  report('The same for a word that most comments hold, one at a time, p99', ms(quantile(common.times, 0.99)), '–');
}
