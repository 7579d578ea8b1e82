import pg from 'pg';
import { type StoragePlace, sqliteFile } from '../storage/open.ts';
import { connectSqlite } from '../storage/sqlite.ts';

/** As somebody does who owns the database: takes the guards of the audit trail away. */
export async function unguardTrail({ dataDir, databaseUrl }: StoragePlace): Promise<void> {
  if (databaseUrl === null) {
    const connection = connectSqlite(sqliteFile(dataDir));
    for (const guard of ['insert', 'update', 'delete']) connection.exec(`DROP TRIGGER audit_entries_${guard}`);
    connection.close();
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const guard of ['insert', 'change', 'truncate'])
    await client.query(`DROP TRIGGER audit_entries_${guard} ON audit_entries`);
  await client.end();
}
