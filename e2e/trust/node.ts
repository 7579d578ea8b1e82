// One server process of a trial: it can be caught at a point, killed, stopped and let go on.
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ServerProcess, startServer } from '../house.ts';
import type { Order, Point, Report } from './points.ts';
import type { TrialTime } from './time.ts';

const built = process.env.STAMMGAST_MORTAL_SERVER;
const command = [built ?? fileURLToPath(new URL('mortal-server.ts', import.meta.url))];

/** As our connectors: how long a request may take, in time of the house. */
const PATIENCE_MS = 10_000;

/** Where a house lives, for all of its processes. */
export interface Place {
  readonly dataDir: string;
  readonly platformUrl: string;
  readonly databaseUrl: string | null;
  readonly undoSeconds: number;
}

export interface TrialNode extends ServerProcess {
  /** Resolves when the worker waits at the point, passing it for the n-th time from now. */
  catchAt(point: Point, passing?: number): Promise<void>;
  goOn(): void;
  /** Nobody waits for it at any point any more. */
  release(): void;
  /** The whole process stands still, as one that is swapped out or whose machine is suspended. */
  freeze(): void;
  thaw(): void;
}

/** Trial time runs on, where it stood still, when the process is ready. */
export async function startNode(place: Place, time: TrialTime): Promise<TrialNode> {
  let child: ChildProcess | undefined;
  let caught: (point: Point) => void = () => undefined;
  const order = (what: Order) => void child?.send(what, () => undefined);
  const begin = (started: ChildProcess) => {
    child = started;
    started.on('message', (report: Report) => {
      if (report === 'loaded') order({ pace: time.pace() });
      else caught(report.caughtAt);
    });
  };
  const server = await startServer({
    dataDir: place.dataDir,
    env: {
      PRETEND_PLATFORM: place.platformUrl,
      PRETEND_PATIENCE_MS: String(Math.round(PATIENCE_MS / time.speed)),
      STAMMGAST_UNDO_SECONDS: String(place.undoSeconds),
      LOG_LEVEL: 'error',
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    },
    talking: { command, begin },
  });
  time.resume();
  order({ pace: time.pace() });
  return {
    ...server,
    catchAt: (point, passing = 1) =>
      new Promise((resolve) => {
        caught = () => resolve();
        order({ catchAt: point, passing });
      }),
    goOn: () => order('go-on'),
    release: () => {
      order({ catchAt: 'before-claim', passing: 0 });
      order('go-on');
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}
