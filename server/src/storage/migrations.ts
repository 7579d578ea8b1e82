import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../config/places.ts';

export interface Migration {
  readonly name: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

const root = join(projectFolder, 'migrations');

/** The generated migrations of one engine, in order. */
export function readMigrations(engine: 'sqlite' | 'postgres', folder = root): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, engine, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  return journal.entries.map(({ tag }) => {
    const text = readFileSync(join(folder, engine, `${tag}.sql`), 'utf8');
    const statements = text
      .split('--> statement-breakpoint')
      // The runner holds foreign keys off outside the transaction, where the pragma works.
      .filter((statement) => !/^\s*PRAGMA foreign_keys/i.test(statement));
    return { name: tag, hash: createHash('sha256').update(text).digest('hex'), statements };
  });
}

/** Search tables and triggers: hand-written and repeatable, run again after every migration. */
export const readHandwritten = (engine: 'sqlite' | 'postgres', folder = root): string =>
  ['search.sql', 'guards.sql'].map((file) => readFileSync(join(folder, engine, file), 'utf8')).join('\n');

export class NewerDatabaseError extends Error {}

/** What is still to be run. Throws when the database knows migrations that this version does not. */
export function pending(known: readonly Migration[], applied: readonly string[]): Migration[] {
  const names = new Set(known.map((m) => m.name));
  const foreign = applied.filter((name) => !names.has(name));
  if (foreign.length > 0) {
    throw new NewerDatabaseError(`the database was written by a newer version of Stammgast (${foreign.join(', ')})`);
  }
  const done = new Set(applied);
  return known.filter((m) => !done.has(m.name));
}

/** Names the tables that have fewer rows than before: a migration may never lose one. */
export function lostRows(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...before].filter(([table, rows]) => (after.get(table) ?? 0) < rows).map(([table]) => table);
}
