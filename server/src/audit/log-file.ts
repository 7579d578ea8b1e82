// The trail outside of the database: one line of JSON for each entry, only ever appended to. What is missing at the end
// of the database is told by nothing else.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Db } from '../storage/database.ts';
import { entriesAfter, hashesOf, lastLink } from './audit.queries.ts';
import { canonical, type Entry, hashOf, type Link } from './entry.ts';

const BATCH = 500;
/** Longer than any line. */
const TAIL_BYTES = 256 * 1024;

/** A line that was read back; `faulty`: it does not say what was once written there. */
export interface Line {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly faulty: boolean;
}

/** Where the file ends, and what must come before the next line: half a line stands there after a power cut. */
async function endOf(file: string): Promise<{ readonly last: Link | null; readonly torn: boolean }> {
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString('utf8');
    const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
    const last = lines.findLast((line) => line !== '');
    return { last: last === undefined ? null : parse(last), torn: size > 0 && !text.endsWith('\n') };
  } finally {
    await handle.close();
  }
}

/**
 * Appends what has come to the trail since the last line, each time it is called; one call at a time. `onOtherTrail`: the
 * file knows another trail than the database.
 */
export function openAuditLog(file: string, onOtherTrail: () => void): (db: Db) => Promise<void> {
  let reached: number | null = null;
  return async (db) => {
    let from: number = reached ?? (await begin(db, file, onOtherTrail));
    // What fails in the middle leaves half a line: then the next call looks at the end of the file again.
    reached = null;
    for (;;) {
      const entries = await entriesAfter(db, from, BATCH);
      const last = entries.at(-1);
      if (!last) break;
      await append(file, entries.map((entry) => `${canonical(entry)}\n`).join(''));
      from = last.seq;
    }
    reached = from;
  };
}

/** The number after which the file goes on. */
async function begin(db: Db, file: string, onOtherTrail: () => void): Promise<number> {
  const { last, torn } = await endOf(file);
  if (torn) await append(file, '\n');
  if (!last) return 0;
  const end = await lastLink(db);
  const known = end.seq === last.seq ? end.hash : (await hashesOf(db, [last.seq])).get(last.seq);
  if (known === last.hash) return last.seq;
  // Cut off, or brought back from a backup: the file keeps what was there, and goes on with what comes.
  onOtherTrail();
  return end.seq;
}

async function append(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** All lines of the file, oldest first; nothing when there is none. */
export async function* readLog(file: string): AsyncGenerator<Line> {
  let half: string | null = null;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = parse(text);
    // After a power cut the line that was not finished is written once more.
    if (half !== null && !text.startsWith(half)) yield faulty;
    half = line ? null : text;
    if (line) yield line;
  }
}

const faulty: Line = { seq: 0, hash: '', at: '', faulty: true };

function parse(text: string): Line | null {
  try {
    const entry = JSON.parse(text) as Omit<Entry, 'at'> & { readonly at: string };
    const { seq, hash, at } = entry;
    return { seq, hash, at, faulty: hashOf(entry) !== hash };
  } catch {
    return null;
  }
}
