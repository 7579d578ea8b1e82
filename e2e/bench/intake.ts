import { addApiChannel, removeDataDir, setUp, startServer } from '../house.ts';
import { bareInserts } from './bare.ts';
import { pushed } from './comments.ts';
import { fire } from './load.ts';
import { perSecond, report } from './table.ts';

const COMMENTS = 20_000;
const BATCH = 500;

/** Durable intake in batches through HTTP, against bare inserts into the same tables. */
export async function benchIntake(): Promise<void> {
  const server = await startServer();
  const { token } = await addApiChannel(await setUp(server));
  const shot = (name: string, size: number) => (i: number) => ({
    method: 'POST',
    path: '/api/v1/comments',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ comments: Array.from({ length: size }, (_, j) => pushed(name, i * size + j)) }),
  });
  await fire(server.url, 4, 2, shot('warm', BATCH));
  const batches = await fire(server.url, COMMENTS / BATCH, 2, shot('batch', BATCH));
  const intake = batches.perSecond * BATCH;
  const single = await fire(server.url, 6000, 10, shot('single', 1));
  await server.stop();
  const bare = bareInserts(server.dataDir, COMMENTS, BATCH);
  removeDataDir(server.dataDir);
  report(
    'Durable intake over HTTP, 500 a request, against bare SQLite inserts into the same tables',
    `${perSecond(intake)} = ${Math.round((intake / bare) * 100)} % of ${perSecond(bare)}`,
    '≥ 40 %',
  );
  report('One comment a request, durable, 10 at once', perSecond(single.perSecond), '≥ 1,500/s');
}
