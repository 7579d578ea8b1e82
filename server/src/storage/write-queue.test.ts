import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database as Connection } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectSqlite } from './sqlite.ts';
import { createWriteQueue } from './write-queue.ts';

let folder: string;
let writer: Connection;
let reader: Connection;
let commits: number;
let failing: Map<string, Error>;
let enqueue: ReturnType<typeof createWriteQueue>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-queue-'));
  writer = connectSqlite(join(folder, 'queue.sqlite'));
  reader = connectSqlite(join(folder, 'queue.sqlite'));
  writer.exec('CREATE TABLE notes (text TEXT UNIQUE)');
  commits = 0;
  failing = new Map();
  enqueue = createWriteQueue(withFaults(writer), () => {
    commits += 1;
  });
});
afterEach(() => {
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The connection, with statements that fail when a test says so, as on a full disk. */
function withFaults(connection: Connection): Connection {
  return new Proxy(connection, {
    get(target, name) {
      if (name === 'inTransaction') return target.inTransaction;
      if (name !== 'exec') throw new Error('the queue only executes');
      return (statement: string) => {
        const error = failing.get(statement);
        if (!error) return target.exec(statement);
        failing.delete(statement);
        throw error;
      };
    },
  });
}

const write = (text: string) => enqueue(async () => writer.prepare('INSERT INTO notes VALUES (?)').run(text).changes);
const stored = () =>
  (reader.prepare('SELECT text FROM notes ORDER BY rowid').all() as { text: string }[]).map((r) => r.text);
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('what waits at the same time shares one commit, and keeps its order', async () => {
  await Promise.all(['a', 'b', 'c'].map(write));
  expect(stored()).toEqual(['a', 'b', 'c']);
  expect(commits).toBe(1);
});

test('resolved means committed: another connection sees it', async () => {
  const seen: number[] = [];
  await Promise.all(Array.from({ length: 200 }, (_, i) => write(`n${i}`).then(() => seen.push(stored().length))));
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(64);
  expect(stored()).toHaveLength(200);
  expect(commits).toBe(4);
});

test('one that throws is rolled back alone', async () => {
  const half = enqueue(async () => {
    writer.exec("INSERT INTO notes VALUES ('half')");
    await turn();
    throw new Error('changed my mind');
  });
  const results = await Promise.allSettled([write('a'), half, write('b'), write('a'), write('c')]);
  expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(stored()).toEqual(['a', 'b', 'c']);
  expect(commits).toBe(1);
});

test('nobody reads what is not committed, nor what of a group is done already', async () => {
  const seen: string[][] = [];
  await Promise.all([
    write('a'),
    enqueue(async () => {
      writer.exec("INSERT INTO notes VALUES ('b')");
      await turn();
      seen.push(stored());
    }),
  ]);
  expect(seen).toEqual([[]]);
  expect(stored()).toEqual(['a', 'b']);
});

test('one that waits lets nobody else in between', async () => {
  const order: string[] = [];
  const slow = enqueue(async () => {
    order.push('slow begins');
    for (let i = 0; i < 5; i += 1) await turn();
    order.push('slow ends');
  });
  await Promise.all([slow, enqueue(async () => void order.push('next'))]);
  expect(order).toEqual(['slow begins', 'slow ends', 'next']);
});

describe('when the database fails', () => {
  test('at the commit, everybody in the group is told and nothing stays', async () => {
    failing.set('COMMIT', new Error('disk full'));
    const results = await Promise.allSettled([write('a'), write('b')]);
    expect(results.map((r) => r.status === 'rejected' && String(r.reason))).toEqual([
      'Error: disk full',
      'Error: disk full',
    ]);
    expect(stored()).toEqual([]);
    expect(commits).toBe(0);
    await write('c');
    expect(stored()).toEqual(['c']);
  });

  test('at the beginning, and even at the rollback, the queue goes on', async () => {
    failing.set('BEGIN IMMEDIATE', new Error('busy'));
    await expect(write('a')).rejects.toThrow('busy');
    failing.set('COMMIT', new Error('i/o'));
    failing.set('ROLLBACK', new Error('i/o again'));
    await expect(write('b')).rejects.toThrow('i/o');
    writer.exec('ROLLBACK');
    await write('c');
    expect(stored()).toEqual(['c']);
  });

  test('by ending the transaction in the middle, those who were done are told too', async () => {
    const ends = enqueue(async () => {
      writer.exec('ROLLBACK');
      throw new Error('out of memory');
    });
    const results = await Promise.allSettled([write('a'), ends, write('b')]);
    expect(results.map((r) => r.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(stored()).toEqual([]);
    await write('c');
    expect(stored()).toEqual(['c']);
  });
});
