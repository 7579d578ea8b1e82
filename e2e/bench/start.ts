import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { addApiChannel, founder, removeDataDir, setUp, signIn, startServer } from '../house.ts';
import { pushed } from './comments.ts';
import { fire } from './load.ts';
import { ms, quantile, report } from './table.ts';

const STARTS = 5;

/** From the start of the process to the first ready answer, and the memory it holds idle and under load. */
export async function benchStart(): Promise<void> {
  const first = await startServer();
  const { token } = await addApiChannel(await setUp(first));
  await first.stop();
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const from = performance.now();
    const server = await startServer({ dataDir: first.dataDir });
    times.push(performance.now() - from);
    await server.stop();
  }
  report('Start of a built server to ready, median of 5', ms(quantile(times, 0.5)), '≤ 500 ms');

  const server = await startServer({ dataDir: first.dataDir });
  await sleep(5000);
  const idle = residentMegabytes(server.pid);
  const { headers } = await signIn(server.url, founder.email, founder.password);
  const load = Promise.all([
    fire(server.url, 60, 2, (i) => ({
      method: 'POST',
      path: '/api/v1/comments',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ comments: Array.from({ length: 500 }, (_, j) => pushed('load', i * 500 + j)) }),
    })),
    fire(server.url, 4000, 8, () => ({ method: 'GET', path: '/api/threads', headers })),
  ]);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(server.pid));
  }, 100);
  await load;
  clearInterval(watch);
  await server.stop();
  removeDataDir(first.dataDir);
  report('Resident memory, idle / most under load', `${idle} / ${most} MB`, '≤ 120 / 250 MB');
}

function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1]) / 1024);
}
