// A thread beside the tests that can do what no real one should.
import { answerAside } from '../aside/answer-aside.ts';
import type { Db } from '../storage/database.ts';

export const trials = {
  peopleNames: async (db: Db) => (await db.select().from(db.tables.people)).map((person) => person.name),
  write: async (db: Db) => void (await db.delete(db.tables.people)),
  spin: async (_: Db, { ms }: { readonly ms: number }) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
    return ms;
  },
  die: async () => process.exit(3),
};

await answerAside(trials);
