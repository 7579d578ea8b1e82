import type { Draft, DraftKind } from '@stammgast/shared/contract/drafts';
import { isDirty, type Page, partsOf, type Shelf } from './pages.ts';

export interface SaverParts {
  readonly save: (threadId: string, kind: DraftKind, page: Page) => Promise<Draft>;
  readonly remove: (threadId: string, kind: DraftKind, base: number) => Promise<unknown>;
  /** The person's own drafts in a thread. */
  readonly fetch: (threadId: string) => Promise<readonly Draft[]>;
  readonly codeOf: (error: unknown) => string;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly newKey: () => string;
}

/** A pause between two words; together with the way to the server less than a second. */
const PAUSE_MS = 600;
const LONGEST_PAUSE_MS = 15_000;
const passing = ['network', 'server.busy', 'server.failed', 'rate.limited'];

/** Brings pages to the server: one request at a time for each, again when it could not be reached. */
export function createSaver(parts: SaverParts, shelf: Shelf) {
  const timers = createTimers(parts.after, (key) => void flush(key));
  const saving = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();

  async function flush(key: string): Promise<void> {
    timers.clear(key);
    while (saving.has(key)) await saving.get(key);
    const page = shelf.get(key);
    if (!page || !isDirty(page) || page.elsewhere) return;
    const run = send(key, page).finally(() => saving.delete(key));
    saving.set(key, run);
    await run;
  }

  async function send(key: string, page: Page): Promise<void> {
    shelf.touch(key);
    try {
      const version = await store(parts, key, page);
      failures.delete(key);
      const now = shelf.get(key);
      if (now?.idempotencyKey !== page.idempotencyKey) return shelf.touch(key);
      shelf.put(key, { ...now, base: version, saved: page.edit, keep: false });
      if (now.edit !== page.edit) timers.set(key, PAUSE_MS);
    } catch (error) {
      await notSaved(key, page, parts.codeOf(error));
    }
  }

  async function notSaved(key: string, page: Page, code: string): Promise<void> {
    if (code === 'draft.changed') return compare(key, page);
    if (!passing.includes(code)) return;
    const times = (failures.get(key) ?? 0) + 1;
    failures.set(key, times);
    timers.set(key, Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (times - 1)));
  }

  /** Another window was faster. Either both texts stand side by side, or it has sent its own and this one goes on. */
  async function compare(key: string, page: Page): Promise<void> {
    const [threadId, kind] = partsOf(key);
    const drafts = await parts.fetch(threadId).catch(() => null);
    const now = shelf.get(key);
    if (now?.idempotencyKey !== page.idempotencyKey) return;
    if (!drafts) return timers.set(key, PAUSE_MS);
    const other = drafts.find((draft) => draft.kind === kind);
    if (other) return shelf.put(key, { ...now, elsewhere: other });
    shelf.put(key, { ...now, idempotencyKey: parts.newKey(), base: 0 });
    timers.set(key, PAUSE_MS);
  }

  return {
    flush,
    stop: timers.clear,
    soon: (key: string) => {
      // While the server is away the next try is planned already.
      if (!failures.has(key) || !timers.has(key)) timers.set(key, PAUSE_MS);
    },
    now: (key: string) => timers.set(key, 0),
  };
}

/** Gives back the version that the server has now; 0: none. */
async function store(parts: SaverParts, key: string, page: Page): Promise<number> {
  const [threadId, kind] = partsOf(key);
  if (page.body.trim() !== '') return (await parts.save(threadId, kind, page)).version;
  if (page.base > 0) await parts.remove(threadId, kind, page.base);
  return 0;
}

function createTimers(after: SaverParts['after'], run: (key: string) => void) {
  const waiting = new Map<string, () => void>();
  const clear = (key: string) => {
    waiting.get(key)?.();
    waiting.delete(key);
  };
  return {
    clear,
    has: (key: string) => waiting.has(key),
    set: (key: string, milliseconds: number) => {
      clear(key);
      waiting.set(
        key,
        after(milliseconds, () => run(key)),
      );
    },
  };
}
