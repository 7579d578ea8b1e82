import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateSqlite } from '../storage/migrate.sqlite.ts';
import { connectSqlite } from '../storage/sqlite.ts';
import { readConfig } from './config.ts';
import { explainStartError } from './start-error.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const errorOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('explainStartError', () => {
  it('names the variable that is wrong', async () => {
    expect(explainStartError(await errorOf(() => readConfig({ PORT: 'x' })))).toBe(
      'Stammgast cannot start: PORT must be a port from 0 to 65535.',
    );
  });

  it('says that the database is newer', async () => {
    const file = join(folder, 'newer.sqlite');
    await migrateSqlite(file);
    const connection = connectSqlite(file);
    connection.exec("INSERT INTO migrations VALUES ('9999_from_the_future', 'x', 0)");
    connection.close();
    expect(explainStartError(await errorOf(() => migrateSqlite(file)))).toMatch(
      /newer version of Stammgast \(9999_from_the_future\)\. Install/,
    );
  });

  it('says that a file is in the way of the data folder, or is no database', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'this is certainly not a database, and long enough to look at');
    expect(explainStartError(await errorOf(() => mkdirSync(file)))).toContain(
      'file is not a folder; set STAMMGAST_DATA_DIR.',
    );
    expect(explainStartError(await errorOf(() => migrateSqlite(file)))).toContain(
      'is not a database; restore a backup.',
    );
  });

  it('says that the port is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const error = await new Promise((resolve) => createServer().once('error', resolve).listen(port, '127.0.0.1'));
    expect(explainStartError(error)).toBe(
      `Stammgast cannot start: port ${port} on 127.0.0.1 is in use; stop the other program or set PORT.`,
    );
    taken.close();
  });

  it('looks into errors of several addresses and shows the stack of what nobody expected', () => {
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    expect(explainStartError(new AggregateError([refused]))).toContain('check DATABASE_URL');
    expect(explainStartError(new Error('outer', { cause: refused }))).toContain('check DATABASE_URL');
    expect(explainStartError(new Error('a bug'))).toContain('start-error.test.ts');
    expect(explainStartError('text')).toBe('Stammgast cannot start: text');
  });
});
