// Walks the trail from its beginning and says where it is not the one that was written.
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { entriesAfter, followerOf, hashesOf } from './audit.queries.ts';
import { beginning, type Entry, hashOf, type Link, type Sign } from './entry.ts';
import type { Line } from './log-file.ts';

/**
 * `changed`: says something else than it did. `missing`: was deleted. `inserted`: was never written by the house.
 * `order`: stands in another's place. `forged`: fits into the chain, but the house has not sealed it. `truncated`: the file outside knows of later ones. `rewritten`: the chain fits,
 * but the file outside knows this entry otherwise. `log`: the file itself was changed.
 */
export type Fault = 'changed' | 'missing' | 'inserted' | 'order' | 'forged' | 'truncated' | 'rewritten' | 'log';

export interface Verdict {
  readonly checked: number;
  /** The first and the last entry that were found as they should be. */
  readonly first: Link | null;
  readonly last: Link | null;
  /** How many carry the seal of the house; null where there is no key to tell by. */
  readonly sealed: number | null;
  /** Lines of the file outside that agree, and how many of the newest entries it does not know yet. */
  readonly lines: number;
  readonly unwritten: number;
  readonly broken: { readonly seq: number; readonly fault: Fault } | null;
}

const PAGE = 1000;

interface Means {
  /** The file outside, where there is one. */
  readonly lines: AsyncIterable<Line> | null;
  /** The key of the house, where it is at hand. */
  readonly sign: Sign | null;
  /** Nothing younger may have been deleted. */
  readonly keptFrom: Date;
}

export async function verifyTrail(db: Db, { lines, sign, keptFrom }: Means): Promise<Verdict> {
  const walk = await walkEntries(db, keptFrom, sign);
  if (walk.broken || !lines) return { ...walk, lines: 0, unwritten: 0 };
  const { newest, ...compared } = await compare(db, lines, walk.start, keptFrom);
  return { ...walk, ...compared, unwritten: Math.max(0, (walk.last?.seq ?? 0) - newest) };
}

async function walkEntries(db: Db, keptFrom: Date, sign: Sign | null) {
  const start = await fittingStart(db);
  let last: Link = start;
  let beforeLast: string | null = null;
  let first: Link | null = null;
  let checked = 0;
  let sealed = 0;
  let surest = 0;
  const found = (broken: Verdict['broken']) => ({
    ...{ checked, first, last: first && last, start, broken },
    sealed: sign && sealed,
  });
  if (start.at && new Date(start.at) >= keptFrom) return found({ seq: start.seq, fault: 'missing' });
  for await (const entry of entriesFrom(db, start.seq)) {
    const broken = await faultOf(db, entry, last, beforeLast);
    if (broken) return found(broken);
    const sure = surenessOf(entry, sign);
    if (sure < surest) return found({ seq: entry.seq, fault: 'forged' });
    surest = sure;
    if (sure === OWN) sealed += 1;
    beforeLast = last.hash;
    last = { seq: entry.seq, hash: entry.hash };
    first ??= last;
    checked += 1;
  }
  return found(null);
}

async function* entriesFrom(db: Db, after: number): AsyncGenerator<Entry> {
  for (let seq = after; ; ) {
    const page = await entriesAfter(db, seq, PAGE);
    yield* page;
    seq = page.at(-1)?.seq ?? seq;
    if (page.length < PAGE) return;
  }
}

interface Start extends Link {
  /** When the last deleted entry was written; null where nothing was deleted. */
  readonly at: string | null;
}
const startOf = async (db: Db): Promise<Start> => (await readSetting(db, 'audit.start')) ?? { ...beginning, at: null };

/** Old entries may be deleted between two looks. */
async function fittingStart(db: Db): Promise<Start> {
  const start = await startOf(db);
  const [entry] = await entriesAfter(db, start.seq, 1);
  return entry && entry.seq > start.seq + 1 ? startOf(db) : start;
}

async function faultOf(db: Db, entry: Entry, last: Link, beforeLast: string | null): Promise<Verdict['broken']> {
  const { seq } = entry;
  const here = seq === last.seq + 1;
  const whole = hashOf(entry) === entry.hash;
  if (here && whole && entry.previous === last.hash) return null;
  if (entry.previous === beforeLast) return { seq: last.seq, fault: 'inserted' };
  if (here && entry.previous === last.hash) return { seq, fault: 'changed' };
  const place = last.seq + 1;
  const stray = await followerOf(db, last.hash);
  return { seq: place, fault: stray !== null ? 'order' : 'missing' };
}

const OWN = 2;
const keyOf = (seal: string) => seal.split(':', 1)[0];

/**
 * Entries of before there were seals have none, those of before the house got another key carry that one's; neither can
 * come after what is surer. A seal that names the key and is not by it is worth nothing.
 */
function surenessOf({ hash, seal }: Entry, sign: Sign | null): number {
  if (seal === null) return 0;
  const own = sign?.(hash);
  if (own === seal) return OWN;
  return own !== undefined && keyOf(own) === keyOf(seal) ? -1 : 1;
}

const AT_ONCE = 500;

/** The file against the database: it may hold less than everything, but nothing else. */
async function compare(
  db: Db,
  lines: AsyncIterable<Line>,
  start: Start,
  keptFrom: Date,
): Promise<Pick<Verdict, 'lines' | 'broken'> & { readonly newest: number }> {
  let agreed = 0;
  let newest = 0;
  let some: Line[] = [];
  const check = async () => {
    const hashes = await hashesOf(
      db,
      some.map((line) => line.seq),
    );
    const wrong = some.flatMap((line) => otherwise(line, hashes.get(line.seq), start, keptFrom) ?? []);
    agreed += some.length;
    some = [];
    return wrong[0] ?? null;
  };
  for await (const line of lines) {
    some.push(line);
    newest = Math.max(newest, line.seq);
    const broken = some.length === AT_ONCE ? await check() : null;
    if (broken) return { lines: agreed, broken, newest };
  }
  return { broken: await check(), lines: agreed, newest };
}

function otherwise(line: Line, hash: string | undefined, start: Start, keptFrom: Date): Verdict['broken'] {
  const { seq } = line;
  if (line.faulty) return { seq, fault: 'log' };
  if (hash === line.hash) return null;
  if (hash !== undefined) return { seq, fault: 'rewritten' };
  if (seq > start.seq) return { seq, fault: 'truncated' };
  if (seq === start.seq && line.hash !== start.hash) return { seq, fault: 'rewritten' };
  // What is said to be deleted because of its age has to be old.
  return new Date(line.at) >= keptFrom ? { seq, fault: 'missing' } : null;
}
