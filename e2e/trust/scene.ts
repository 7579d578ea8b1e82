// What every trial of publishing begins with: a platform, a house of one or more processes, people, and critics.
import { setTimeout as sleep } from 'node:timers/promises';
import { newDataDir, removeDataDir } from '../house.ts';
import type { Faults } from '../pretend/faults.ts';
import { type PretendPlatform, startPretendPlatform } from '../pretend/platform.ts';
import { type Critic, type Desk, openDesk } from './desk.ts';
import { startNode, type TrialNode } from './node.ts';
import { startTime, type TrialTime } from './time.ts';

const pages = ['Haus', 'Küche', 'Garten', 'Empfang'];

export interface SceneOptions {
  readonly seed: number;
  readonly faults: Faults;
  /** How many times faster than ours the time of the house runs. */
  readonly speed: number;
  readonly critics: number;
  readonly undoSeconds: number;
  /** An empty database of its own; null for the embedded one. */
  readonly databaseUrl: string | null;
}

export interface Scene {
  readonly time: TrialTime;
  readonly platform: PretendPlatform;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly desk: Desk;
  readonly critics: readonly Critic[];
  /** The processes that run; the first of them serves the desk. */
  readonly nodes: TrialNode[];
  start(): Promise<TrialNode>;
  kill(node: TrialNode): Promise<void>;
  close(): Promise<void>;
}

export async function openScene(options: SceneOptions): Promise<Scene> {
  const time = startTime(new Date(), options.speed);
  const now = () => new Date(time.now());
  const platform = await startPretendPlatform({ seed: options.seed, faults: options.faults, now });
  const { undoSeconds, databaseUrl } = options;
  const place = { dataDir: newDataDir(), platformUrl: platform.url, databaseUrl, undoSeconds };
  const nodes: TrialNode[] = [];
  const living = new Set<TrialNode>();
  const start = async () => {
    const node = await startNode(place, time);
    nodes.push(node);
    living.add(node);
    return node;
  };
  const url = () => nodes[0]?.url ?? 'http://127.0.0.1:1';
  const desk = await openDesk(await start(), pages, url);
  const critics = await complain(desk, platform, pages, options.critics);
  return {
    ...{ time, platform, desk, critics, nodes, start, databaseUrl, dataDir: place.dataDir },
    async kill(node) {
      nodes.splice(nodes.indexOf(node), 1);
      if (nodes.length === 0) time.pause();
      await node.kill();
      living.delete(node);
    },
    async close() {
      // Also one that stands still.
      for (const node of living) await node.kill();
      await platform.stop();
      removeDataDir(place.dataDir);
    },
  };
}

/** Guests complain on the platform, and the house fetches that. */
async function complain(desk: Desk, platform: PretendPlatform, pages: readonly string[], count: number) {
  const ids = Array.from({ length: count }, (_, i) => {
    const page = pages[i % pages.length] ?? '';
    const id = platform.say(page, `Gast ${i + 1}`, `Beschwerde ${i + 1}: Das Zimmer war kalt.`);
    // A stranger who repeats us must never be taken for us.
    platform.say(page, 'Spottdrossel', answerTo(i + 1), id);
    return id;
  });
  return until('the complaints to arrive', async () => {
    const threads = await Promise.all((await desk.rows()).map(async ({ id }) => ({ id, ...(await desk.thread(id)) })));
    const comments = threads.flatMap(({ id: threadId, said, comments: all }) =>
      all.map(({ id: commentId, body }) => ({ threadId, said, commentId, body })),
    );
    const critics = comments.flatMap(({ body, ...where }): Critic[] => {
      const number = Number(/^Beschwerde (\d+):/.exec(body)?.[1]);
      return number ? [{ ...where, number, externalId: ids[number - 1] ?? '' }] : [];
    });
    // With what the strangers said: nobody speaks any more.
    const all = comments.length === 2 * count && critics.length === count;
    return all ? critics.toSorted((a, b) => a.number - b.number) : null;
  });
}

export const answerTo = (number: number): string => `Antwort ${number}: Das tut uns leid. Wir haben es heute behoben.`;

/** Asks again and again; throws when a minute has brought nothing. */
export async function until<T>(what: string, ask: () => Promise<T | null>, patienceMs = 60_000): Promise<T> {
  const from = Date.now();
  for (;;) {
    const found = await ask().catch(() => null);
    if (found !== null) return found;
    if (Date.now() - from > patienceMs) throw new Error(`waited in vain for ${what}`);
    await sleep(100);
  }
}

/** Answers some of the critics, as browsers do it: with the same key again until the house has said yes. */
export async function answerAll({ desk, critics }: Scene, from: number, to: number): Promise<void> {
  for (const critic of critics.slice(from, to)) {
    await until('an answer to be accepted', async () => {
      const { status } = await desk.answer(critic, answerTo(critic.number), `key-of-editor-${critic.number}`);
      return status === 200 ? true : null;
    });
  }
}
