import { NewerDatabaseError } from '../storage/migrations.ts';
import { ConfigError } from './config.ts';

type Explain = (error: NodeJS.ErrnoException & { address?: string; port?: number }) => string;

const whatToDo: Record<string, Explain> = {
  EADDRINUSE: (e) =>
    `port ${e.port ?? ''} on ${e.address ?? 'this address'} is in use; stop the other program or set PORT.`,
  EADDRNOTAVAIL: (e) => `this machine has no address ${e.address ?? ''}; set HOST.`,
  EACCES: (e) => notAllowed(e),
  EPERM: (e) => notAllowed(e),
  EROFS: (e) => `${e.path ?? 'the data folder'} is on a read-only file system; set STAMMGAST_DATA_DIR.`,
  ENOSPC: (e) => `no space left for ${e.path ?? 'the data folder'}.`,
  ENOTDIR: (e) => `${e.path ?? 'the data folder'} is not a folder; set STAMMGAST_DATA_DIR.`,
  EEXIST: (e) => `${e.path ?? 'the data folder'} is not a folder; set STAMMGAST_DATA_DIR.`,
  SQLITE_CANTOPEN: () => 'the database in the data folder cannot be opened; check who owns the folder.',
  SQLITE_READONLY: () =>
    'the database in the data folder cannot be written; check who owns it and whether the disk is read-only.',
  SQLITE_FULL: () => 'no space left for the database in the data folder.',
  SQLITE_NOTADB: () => 'stammgast.sqlite in the data folder is not a database; restore a backup.',
  SQLITE_CORRUPT: () => 'the database in the data folder is damaged; restore a backup.',
  SQLITE_BUSY: () => 'another program holds the database in the data folder.',
  ECONNREFUSED: () => 'the PostgreSQL server does not answer; check DATABASE_URL.',
  ENOTFOUND: () => 'the PostgreSQL server was not found; check DATABASE_URL.',
  '28P01': () => 'the PostgreSQL server refuses the password; check DATABASE_URL.',
  '28000': () => 'the PostgreSQL server refuses the user; check DATABASE_URL.',
  '3D000': () => 'the PostgreSQL database does not exist; create it or check DATABASE_URL.',
};

/** One clear line for the operator when the house cannot start; only the unexpected shows its stack. */
export function explainStartError(error: unknown): string {
  return `Stammgast cannot start: ${explain(error)}`;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError) return error.message;
  if (error instanceof NewerDatabaseError) return `${error.message}. Install that version, or restore an older backup.`;
  for (let e: unknown = error; e instanceof Error; e = e.cause ?? firstOf(e)) {
    const code = 'code' in e ? String(e.code) : '';
    const found = whatToDo[code] ?? whatToDo[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''];
    if (found) return found(e);
  }
  return error.stack ?? error.message;
}

/** Connecting to a name with several addresses fails with one error for each. */
const firstOf = (error: Error): unknown => (error instanceof AggregateError ? error.errors[0] : undefined);

function notAllowed(error: Parameters<Explain>[0]): string {
  if (error.port !== undefined) return `port ${error.port} needs more rights; set PORT to 1024 or higher.`;
  return `${error.path ?? 'the data folder'} may not be written by this user; set STAMMGAST_DATA_DIR or change its owner.`;
}
