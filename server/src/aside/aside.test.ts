import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../config/log.ts';
import { calculations } from '../flows/calculations.ts';
import type { Db } from '../storage/database.ts';
import type { trials } from '../testing/aside-trial.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { type Aside, asideHere } from './aside.ts';
import { openAside } from './open-aside.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
const opened: Aside<never>[] = [];
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((aside) => aside.close()));
  await database.close();
});

function open<Table extends Parameters<typeof asideHere>[1]>(
  file: string,
  mostMs = 10_000,
  apart: readonly (keyof Table & string)[] = [],
): Aside<Table> {
  const entry = new URL(file, import.meta.url);
  const aside = openAside<Table>({ entry, place: database.place, log: silentLog, mostMs, apart });
  opened.push(aside as Aside<never>);
  return aside;
}
const openTrials = (mostMs?: number, apart?: readonly (keyof typeof trials)[]) =>
  open<typeof trials>('../testing/aside-trial.ts', mostMs, apart);

describe('the thread', () => {
  test('computes what the house computes, on what is committed', async () => {
    const aside = open<typeof calculations>('../aside-worker.ts');
    const now = new Date('2026-03-05T13:00:00Z');
    const actor = { personId: 'eva', role: 'admin', channels: 'all' } as const;
    const question = { actor, only: null, now };
    const here = asideHere(database.reader, calculations);
    expect(await aside.run('wall.now', question)).toEqual(await here.run('wall.now', question));
  });

  test('leaves the event loop alone', async () => {
    const aside = openTrials();
    await aside.run('spin', { ms: 0 });
    let turns = 0;
    const counting = setInterval(() => turns++, 5);
    await aside.run('spin', { ms: 300 });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });

  test('sees what was written since, and cannot write itself', async () => {
    const aside = openTrials();
    expect(await aside.run('peopleNames', undefined as never)).toEqual([]);
    const person = { id: 'a', name: 'Anna', email: 'a@x.example', role: 'agent', createdAt: new Date(0) } as const;
    await database.transaction((tx) => tx.insert(tx.tables.people).values(person));
    await expect(aside.run('write', undefined as never)).rejects.toThrow();
    expect(await aside.run('peopleNames', undefined as never)).toEqual(['Anna']);
  });

  test('that dies fails those who wait, and the next question begins another', async () => {
    const aside = openTrials();
    await Promise.all([
      expect(aside.run('die', undefined as never)).rejects.toThrow('has ended'),
      expect(aside.run('spin', { ms: 1 })).rejects.toThrow('has ended'),
    ]);
    expect(await aside.run('spin', { ms: 1 })).toBe(1);
  });

  test('is cut off when it takes too long', async () => {
    const aside = openTrials(100);
    await expect(aside.run('spin', { ms: 60_000 })).rejects.toThrow('has ended');
  });

  test('ends with the house, and no other begins', async () => {
    const aside = openTrials();
    await aside.run('spin', { ms: 0 });
    const cut = expect(aside.run('spin', { ms: 60_000 })).rejects.toThrow('has ended');
    await aside.close();
    await cut;
    await expect(aside.run('spin', { ms: 0 })).rejects.toThrow('any more');
  });

  test('keeps nobody waiting for what is computed apart, and ends it with the house', async () => {
    const aside = openTrials(10_000, ['spin']);
    await aside.run('spin', { ms: 0 });
    let over = false;
    const cut = expect(aside.run('spin', { ms: 60_000 }).finally(() => (over = true))).rejects.toThrow('has ended');
    expect(await aside.run('peopleNames', undefined as never)).toEqual([]);
    expect(over).toBe(false);
    await aside.close();
    await cut;
  });
});

test.each([['here', () => asideHere(database.reader, calculations)] as const, ['there', () => openTrials()] as const])(
  'an unknown name is refused %s',
  async (_, openOne) => {
    const aside = openOne() as unknown as Aside<Record<string, (db: Db) => Promise<unknown>>>;
    await expect(aside.run('toString', undefined as never)).rejects.toThrow('nobody knows');
  },
);
