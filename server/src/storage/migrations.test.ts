import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stems } from '../text/stems.ts';
import { migratePostgres } from './migrate.postgres.ts';
import { type MigrateOptions, migrateSqlite } from './migrate.sqlite.ts';
import { lostRows, NewerDatabaseError, pending } from './migrations.ts';
import { connectSqlite } from './sqlite.ts';

const server = process.env.STAMMGAST_TEST_POSTGRES;
const shipped = fileURLToPath(new URL('../../../migrations', import.meta.url));
const run = promisify(execFile);

interface Subject {
  readonly engine: 'sqlite' | 'postgres';
  readonly migrate: (options?: MigrateOptions) => Promise<string[]>;
  /** Rows of a plain query. */
  readonly ask: (query: string) => Promise<Record<string, unknown>[]>;
  /** Code for another process that migrates the same database and prints what it ran. */
  readonly elsewhere: (folder: string) => string;
  readonly close: () => Promise<void>;
}
const moduleUrl = (name: string) => new URL(name, import.meta.url).href;

async function openSqliteSubject(folder: string): Promise<Subject> {
  const file = join(folder, 'house.sqlite');
  return {
    engine: 'sqlite',
    migrate: (options) => migrateSqlite(file, options),
    ask: async (query) => {
      const connection = connectSqlite(file);
      const statement = connection.prepare(query);
      const rows = statement.reader ? statement.all() : [statement.run()];
      connection.close();
      return rows as Record<string, unknown>[];
    },
    elsewhere: (migrations) => `
      const { migrateSqlite } = await import('${moduleUrl('./migrate.sqlite.ts')}');
      console.log(JSON.stringify(await migrateSqlite(${JSON.stringify(file)}, { folder: ${JSON.stringify(migrations)} })));`,
    close: async () => undefined,
  };
}

async function openPostgresSubject(url: string): Promise<Subject> {
  const name = `migrations_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    engine: 'postgres',
    migrate: (options) => migratePostgres(own.href, options),
    ask: async (query) => {
      const client = new pg.Client({ connectionString: own.href });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(query)).rows;
      } finally {
        await client.end();
      }
    },
    elsewhere: (migrations) => `
      const { migratePostgres } = await import('${moduleUrl('./migrate.postgres.ts')}');
      console.log(JSON.stringify(await migratePostgres(${JSON.stringify(own.href)}, { folder: ${JSON.stringify(migrations)} })));`,
    close: async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The shipped migrations and one more. */
function withAnother(engine: string, text: string): string {
  const next = join(folder, 'next');
  cpSync(shipped, next, { recursive: true });
  const journalFile = join(next, engine, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: { tag: string }[] };
  journal.entries.push({ tag: '9999_next' });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(join(next, engine, '9999_next.sql'), text);
  return next;
}

/** An author with comments: rows that point at rows. */
async function populate(subject: Subject): Promise<void> {
  await subject.ask(
    "INSERT INTO authors (id, channel_id, external_id, name, own) VALUES ('a', 'blog', 'x', 'Gast', '0')",
  );
  const [when, no] = subject.engine === 'postgres' ? ['now()', 'false'] : ['1772715600000', '0'];
  for (const [id, body] of [
    ['c1', 'Das Frühstück war kalt.'],
    ['c2', 'Die Häuser sind schön.'],
  ] as const) {
    await subject.ask(
      `INSERT INTO comments (id, channel_id, thread_id, author_id, external_id, own, body, stems, version, visibility,
         posted_at, received_at, sentiment, confidence, evidence, topics, urgency, reasons, needs_answer, corrected)
       VALUES ('${id}', 'blog', 't', 'a', '${id}', ${no}, '${body}', '${stems(body)}', 0, 'public',
         ${when}, ${when}, 'neutral', 1, '[]', '[]', 0, '[]', ${no}, ${no})`,
    );
  }
}
const subjects: ['sqlite' | 'postgres', () => Promise<Subject>][] = [['sqlite', () => openSqliteSubject(folder)]];
if (server) subjects.push(['postgres', () => openPostgresSubject(server)]);

describe.each(subjects)('on %s', (engine, open) => {
  let subject: Subject;
  beforeEach(async () => {
    subject = await open();
  });
  afterEach(() => subject.close());
  const bodies = async () => (await subject.ask('SELECT body FROM comments ORDER BY id')).map((row) => row.body);
  const populated = ['Das Frühstück war kalt.', 'Die Häuser sind schön.'];

  test('an empty database gets everything once, without a backup', async () => {
    let backups = 0;
    const backUp = async () => {
      backups += 1;
    };
    expect((await subject.migrate({ backUp })).length).toBeGreaterThan(0);
    expect(await subject.migrate({ backUp })).toEqual([]);
    expect(backups).toBe(0);
  });

  test('a backup is taken before a database with content is changed; without it nothing happens', async () => {
    await subject.migrate();
    await populate(subject);
    const next = withAnother(engine, 'CREATE TABLE more (id text);');
    const refused = subject.migrate({ folder: next, backUp: () => Promise.reject(new Error('no room')) });
    await expect(refused).rejects.toThrow('no room');
    await expect(subject.ask('SELECT * FROM more')).rejects.toThrow();
    let seen: unknown[] = [];
    const backUp = async () => {
      seen = await bodies();
    };
    expect(await subject.migrate({ folder: next, backUp })).toEqual(['9999_next']);
    expect(seen).toEqual(populated);
    expect(await subject.ask('SELECT * FROM more')).toEqual([]);
  });

  test('a migration that would lose a row changes nothing at all', async () => {
    await subject.migrate();
    await populate(subject);
    const next = withAnother(
      engine,
      "CREATE TABLE more (id text);\n--> statement-breakpoint\nDELETE FROM comments WHERE id = 'c1';",
    );
    await expect(subject.migrate({ folder: next })).rejects.toThrow('would lose rows of comments');
    expect(await bodies()).toEqual(populated);
    await expect(subject.ask('SELECT * FROM more')).rejects.toThrow();
    expect(await subject.migrate()).toEqual([]);
  });

  test('a migration that fails in its middle changes nothing at all', async () => {
    await subject.migrate();
    await populate(subject);
    const next = withAnother(engine, 'CREATE TABLE more (id text);\n--> statement-breakpoint\nSELECT * FROM nowhere;');
    await expect(subject.migrate({ folder: next })).rejects.toThrow(/nowhere/);
    await expect(subject.ask('SELECT * FROM more')).rejects.toThrow();
    expect(await bodies()).toEqual(populated);
  });

  test('a database of a newer version is refused and left alone', async () => {
    await subject.migrate({ folder: withAnother(engine, 'CREATE TABLE more (id text);') });
    await expect(subject.migrate()).rejects.toBeInstanceOf(NewerDatabaseError);
    expect(await subject.ask('SELECT * FROM more')).toEqual([]);
  });

  test('what the radar counted before it looked at posts and topics gets those of its comments', async () => {
    await subject.migrate();
    await populate(subject);
    await subject.ask(`UPDATE comments SET post_id = 'p', topics = '["product","support"]' WHERE id = 'c1'`);
    const [when, no] = engine === 'postgres' ? ['now()', 'false'] : ['1772715600000', '0'];
    for (const id of ['c1', 'c2'])
      await subject.ask(
        `INSERT INTO voices (id, channel_id, thread_id, author_id, at, hour, critical, press, aroused)
         VALUES ('${id}', 'blog', 't', 'a', ${when}, 1, ${no}, ${no}, ${no})`,
      );
    const file = readFileSync(join(shipped, engine, '0019_posts_and_topics.sql'), 'utf8');
    await subject.ask(file.split('--> statement-breakpoint').find((part) => part.includes('UPDATE')) ?? '');
    expect(await subject.ask('SELECT id, post_id, topics FROM voices ORDER BY id')).toEqual([
      { id: 'c1', post_id: 'p', topics: 'product support' },
      { id: 'c2', post_id: null, topics: '' },
    ]);
  });

  test('several processes that start at once: one migrates, all go on', async () => {
    await subject.migrate();
    await populate(subject);
    const code = subject.elsewhere(withAnother(engine, 'CREATE TABLE more (id text);'));
    const outputs = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, ['--no-warnings', '--input-type=module', '-e', code])),
    );
    const ran = outputs.map(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(ran.filter((names) => names.length > 0)).toEqual([['9999_next']]);
    expect(await bodies()).toEqual(populated);
  }, 60_000);

  test('several processes create the first database together', async () => {
    const code = subject.elsewhere(shipped);
    const outputs = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, ['--no-warnings', '--input-type=module', '-e', code])),
    );
    expect(outputs.filter(({ stdout }) => stdout.trim() !== '[]')).toHaveLength(1);
    expect(await bodies()).toEqual([]);
  }, 60_000);
});

describe('a table that is built anew on SQLite', () => {
  /** What drizzle-kit writes when a column changes its kind. */
  async function rebuild(subject: Subject, table: string): Promise<string> {
    const [{ sql } = { sql: '' }] = await subject.ask(`SELECT sql FROM sqlite_schema WHERE name = '${table}'`);
    const create = String(sql).replace(`\`${table}\``, `\`__new_${table}\``);
    return [
      'PRAGMA foreign_keys=OFF;',
      `${create};`,
      `INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
      `DROP TABLE \`${table}\`;`,
      `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
      'PRAGMA foreign_keys=ON;',
    ].join('\n--> statement-breakpoint\n');
  }

  test.each(['authors', 'comments'])('%s: keeps its rows, its children and the search', async (table) => {
    const subject = await openSqliteSubject(folder);
    await subject.migrate();
    await populate(subject);
    const next = withAnother('sqlite', await rebuild(subject, table));
    expect(await subject.migrate({ folder: next })).toEqual(['9999_next']);

    expect(await subject.ask('SELECT id FROM authors')).toEqual([{ id: 'a' }]);
    expect(await subject.ask('SELECT id, author_id FROM comments ORDER BY id')).toEqual([
      { id: 'c1', author_id: 'a' },
      { id: 'c2', author_id: 'a' },
    ]);
    expect(await subject.ask('PRAGMA foreign_key_check')).toEqual([]);
    await expect(subject.ask("DELETE FROM authors WHERE id = 'a'")).rejects.toThrow('FOREIGN KEY');
    const find =
      'SELECT id FROM comments WHERE seq IN (SELECT rowid FROM comments_search WHERE comments_search MATCH \'"haus"*\')';
    expect(await subject.ask(find)).toEqual([{ id: 'c2' }]);
    await subject.ask("UPDATE comments SET stems = 'zimmer' WHERE id = 'c2'");
    expect(await subject.ask(find)).toEqual([]);
    await subject.ask("INSERT INTO comments_search(comments_search, rank) VALUES ('integrity-check', 1)");
  });

  test('a rebuild that breaks a reference changes nothing', async () => {
    const subject = await openSqliteSubject(folder);
    await subject.migrate();
    await populate(subject);
    const next = withAnother('sqlite', "UPDATE authors SET id = 'b' WHERE id = 'a';");
    await expect(subject.migrate({ folder: next })).rejects.toThrow('would break 2 references');
    expect(await subject.ask('SELECT id FROM authors')).toEqual([{ id: 'a' }]);
  });
});

test('what is pending follows the order of the migrations, and strangers are named', () => {
  const known = ['a', 'b', 'c'].map((name) => ({ name, hash: '', statements: [] }));
  expect(pending(known, ['a']).map((m) => m.name)).toEqual(['b', 'c']);
  expect(() => pending(known, ['a', 'z'])).toThrow('(z)');
});

test('tables that shrink or vanish have lost rows', () => {
  const before = new Map([
    ['grown', 1],
    ['same', 2],
    ['shrunk', 3],
    ['gone', 1],
    ['empty', 0],
  ]);
  expect(
    lostRows(
      before,
      new Map([
        ['grown', 2],
        ['same', 2],
        ['shrunk', 2],
      ]),
    ),
  ).toEqual(['shrunk', 'gone']);
});
