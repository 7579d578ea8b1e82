import type { Facts } from '@stammgast/shared/contract/live';
import type { Presences, ShownPresence } from '@stammgast/shared/contract/presence';
import { createStore } from './store.ts';

/** The part of socket.io that is needed here. */
export interface Line {
  connect(): void;
  close(): void;
  /** Tells where this window is; forgotten with the connection. */
  show(is: ShownPresence): void;
}
export interface LineEvents {
  readonly onFacts: (facts: Facts) => void;
  readonly onPresence: (presences: Presences) => void;
  /** `refused`: the server did not let us in, for example because the session has ended. */
  readonly onDown: (reason: 'lost' | 'refused') => void;
}

export interface LiveState {
  readonly status: 'connecting' | 'live' | 'lost';
  readonly paused: boolean;
  /** When the page was last true (server's clock, milliseconds); null while it is live. */
  readonly asOf: number | null;
  /** When the next try is due, while lost. */
  readonly retryAt: number | null;
}

export interface LiveParts {
  readonly open: (events: LineEvents) => Promise<Line>;
  readonly missed: (after: number) => Promise<Facts>;
  readonly apply: (facts: Facts) => void;
  readonly fetchAll: () => void;
  readonly meet: (presences: Presences) => void;
  readonly onRefused: () => void;
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export interface LiveLine {
  readonly getState: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => void;
  readonly stop: () => void;
  readonly retryNow: () => void;
  readonly setPaused: (paused: boolean) => void;
  /** At which thread this window is, now and after each return of the line. */
  readonly show: (is: ShownPresence) => void;
}

const longest = 15_000;
const delays = [1000, 2000, 5000, 10_000, longest];

/** What was heard, and how to hear what was missed, unless one holds the page again meanwhile. */
function createReader(parts: LiveParts, isHeld: () => boolean) {
  let seq: number | null = null;
  let fetched = false;
  const take = (facts: Facts) => {
    if (facts.reset) parts.fetchAll();
    else parts.apply(facts);
    seq = facts.seq;
  };
  const takeMissed = async (after: number, target: number | null) => {
    if (target !== null && target <= after) return;
    const facts = await parts.missed(after);
    if (!isHeld()) take(facts);
  };
  return {
    take,
    /** Up to a number that the server has named; without one: up to now. */
    catchUp: async (target: number | null) => {
      if (fetched && seq !== null) return takeMissed(seq, target);
      // The lists were fetched before the line stood: what happened in between is in nobody's hands.
      fetched = true;
      if (target !== null) seq = Math.max(seq ?? 0, target);
      parts.fetchAll();
    },
  };
}

/** Keeps the page true: facts as they come, those missed by number after a break, everything anew when that is too many. */
export function createLiveLine(parts: LiveParts): LiveLine {
  const state = createStore<LiveState>({ status: 'connecting', paused: false, asOf: null, retryAt: null });
  const reader = createReader(parts, () => state.get().paused);
  let line: Line | null = null;
  let failures = 0;
  let stopped = true;
  let shown: ShownPresence | null = null;
  let cancelRetry: () => void = () => undefined;

  const retry = () => {
    cancelRetry();
    if (stopped) return;
    state.change({ retryAt: null });
    if (line) line.connect();
    else open();
  };
  const down = (reason: 'lost' | 'refused') => {
    if (stopped) return;
    if (reason === 'refused') parts.onRefused();
    const wait = delays[Math.min(failures, delays.length - 1)] ?? longest;
    failures += 1;
    state.change({ status: 'lost', asOf: state.get().asOf ?? parts.now(), retryAt: parts.now() + wait });
    cancelRetry();
    cancelRetry = parts.after(wait, retry);
  };
  const open = () => {
    parts.open({ onFacts: heard, onPresence: parts.meet, onDown: down }).then(
      (opened) => {
        line = opened;
        if (stopped) opened.close();
        else opened.connect();
      },
      () => down('lost'),
    );
  };
  const catchUp = (target: number | null) =>
    reader.catchUp(target).then(
      // Held again, it shows what stood before.
      () => state.change({ status: 'live', retryAt: null, ...(!state.get().paused && { asOf: null }) }),
      () => down('lost'),
    );
  const heard = (facts: Facts) => {
    failures = 0;
    cancelRetry();
    const greeting = !facts.reset && facts.facts.length === 0;
    if (greeting && shown) line?.show(shown);
    if (state.get().paused) return state.change({ status: 'live', retryAt: null });
    if (greeting) void catchUp(facts.seq);
    else reader.take(facts);
  };

  return {
    getState: state.get,
    subscribe: state.subscribe,
    start: () => {
      stopped = false;
      open();
    },
    stop: () => {
      stopped = true;
      cancelRetry();
      line?.close();
    },
    retryNow: retry,
    show: (is) => {
      shown = is;
      line?.show(is);
    },
    setPaused: (paused) => {
      state.change({ paused, asOf: state.get().asOf ?? (paused ? parts.now() : null) });
      // What came meanwhile was not taken: ask for it by number.
      if (!paused) void catchUp(null);
    },
  };
}
