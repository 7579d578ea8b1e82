import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addApiChannel, setUp, startServer } from '../house.ts';
import { fillYear } from './fill-year.ts';

/** How many comments the year has that reading is measured on. */
export const COMMENTS = Number(process.env.STAMMGAST_BENCH_COMMENTS ?? 1_000_000);

/** The data folder of a house with a year of comments. Filled once a day: what is usual depends on today. */
export async function yearHouse(name: string, finish: (dataDir: string) => void = () => undefined): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const kept = join(import.meta.dirname, `../../.cache/${name}-${COMMENTS}-${today}`);
  if (existsSync(kept)) return kept;
  console.log(`filling ${COMMENTS.toLocaleString('en')} comments …`);
  const filling = `${kept}-filling`;
  rmSync(filling, { recursive: true, force: true });
  mkdirSync(filling, { recursive: true });
  const server = await startServer({ dataDir: filling });
  const admin = await setUp(server);
  for (const channel of ['Gästeforum', 'Bewertungen', 'Hausblog', 'Feed', 'Anregungen'])
    await addApiChannel(admin, channel);
  await server.stop();
  fillYear(filling, COMMENTS, 4711);
  finish(filling);
  renameSync(filling, kept);
  return kept;
}
