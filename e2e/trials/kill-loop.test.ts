// A power-cut-like end in the middle of intake, again and again: what was acknowledged must be there, once.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { addApiChannel, newDataDir, push, removeDataDir, type ServerProcess, setUp, startServer } from '../house.ts';

const KILLS = 20;
const COMMENTS = 5000;
const BATCH = 20;

const dataDir = newDataDir();
let server: ServerProcess | undefined;
afterAll(async () => {
  await server?.kill();
  removeDataDir(dataDir);
});

interface Said {
  readonly externalId: string;
  readonly version: number;
  readonly body: string;
}

const wire = ({ externalId, version, body }: Said) => ({
  externalId,
  version,
  body,
  post: { externalId: `post ${Number(externalId.slice(1)) % 50}`, title: 'Ein Beitrag' },
  author: { externalId: `author of ${externalId}`, name: `Gast ${externalId}` },
  postedAt: new Date(Date.UTC(2026, 2, 5)).toISOString(),
});

/** 5,000 comments; of these deliveries 30 % come twice and 10 % late; every tenth comment has a later edit. */
function deliveries(): Said[] {
  const list: { said: Said; at: number }[] = [];
  for (let i = 0; i < COMMENTS; i++) {
    const said = { externalId: `c${i}`, version: 0, body: `Kommentar ${i}: Das Zimmer war laut.` };
    const late = i % 10 === 3 ? 200 : 0;
    list.push({ said, at: i + late });
    if (i % 10 < 3) list.push({ said, at: i + 57 });
    if (i % 10 === 3)
      list.push({ said: { ...said, version: 1, body: `Kommentar ${i}: Es war doch ruhig.` }, at: i + 100 });
  }
  return list.toSorted((a, b) => a.at - b.at).map((one) => one.said);
}

test('20 kills during 5,000 comments: nothing acknowledged is lost, nothing doubled, the search index is whole', async () => {
  server = await startServer({ dataDir });
  const { token } = await addApiChannel(await setUp(server));
  const queue = deliveries();
  const batches = Array.from({ length: Math.ceil(queue.length / BATCH) }, (_, i) =>
    queue.slice(i * BATCH, (i + 1) * BATCH),
  );
  const acknowledged = new Map<string, number>();
  const killAfter = new Set(
    Array.from({ length: KILLS }, (_, i) => Math.floor(((i + 1) * batches.length) / (KILLS + 1))),
  );
  let kills = 0;

  const deliver = async (batch: readonly Said[]): Promise<boolean> => {
    const answer = await push(server?.url ?? '', token, batch.map(wire)).catch(() => null);
    if (!answer?.ok) return false;
    for (const { externalId, version } of batch) {
      acknowledged.set(externalId, Math.max(version, acknowledged.get(externalId) ?? 0));
    }
    return true;
  };

  for (let i = 0; i < batches.length; i += 4) {
    const round = batches.slice(i, i + 4);
    const dies = round.some((_, j) => killAfter.has(i + j));
    const sent = Promise.all(round.map(deliver));
    if (dies) {
      // Somewhere within the requests of this round.
      await sleep(randomInt(0, 25));
      await server.kill();
      kills++;
    }
    const done = await sent;
    if (dies) server = await startServer({ dataDir });
    // A platform sends again what was not acknowledged.
    for (const [j, ok] of done.entries()) if (!ok) expect(await deliver(round[j] ?? [])).toBe(true);
  }
  expect(kills).toBe(KILLS);
  expect(acknowledged.size).toBe(COMMENTS);
  await server.kill();

  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  const rows = db.prepare('SELECT external_id AS id, version, body, thread_id AS thread FROM comments').all() as {
    id: string;
    version: number;
    body: string;
    thread: string;
  }[];
  const stored = new Map(rows.map((row) => [row.id, row]));
  const lost = [...acknowledged].filter(([id, version]) => (stored.get(id)?.version ?? -1) < version);
  expect(lost).toEqual([]);
  expect(rows).toHaveLength(COMMENTS);
  expect(rows.filter((row) => row.version === 1).every((row) => row.body.endsWith('Es war doch ruhig.'))).toBe(true);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  // Raises an error when the index and the table differ.
  db.prepare("INSERT INTO comments_search(comments_search, rank) VALUES ('integrity-check', 1)").run();
  const found = db.prepare("SELECT count(*) AS n FROM comments_search WHERE comments_search MATCH 'kommentar'").get();
  expect(found).toEqual({ n: COMMENTS });
  const counts = db
    .prepare(
      `SELECT (SELECT count(*) FROM threads) AS threads, (SELECT count(DISTINCT thread_id) FROM comments) AS used,
       (SELECT count(*) FROM events WHERE kind = 'comment.received') AS facts,
       (SELECT count(*) FROM clocks WHERE kind = 'first') AS clocks`,
    )
    .get();
  expect(counts).toEqual({ threads: COMMENTS, used: COMMENTS, facts: COMMENTS, clocks: COMMENTS });
  db.close();
}, 180_000);
