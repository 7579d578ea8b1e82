import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { projectFolder } from '../config/places.ts';
import { copySqlite, makeRoom, placeSqlite, sqliteFiles } from './backup.sqlite.ts';
import { BackupError, hashFile, type Manifest, readManifest, writeManifest } from './backup-manifest.ts';
import { pending, readMigrations } from './migrations.ts';
import { sqliteFile } from './open.ts';

type Place = Pick<Config, 'auditLog' | 'dataDir' | 'databaseUrl' | 'keyFile'>;

/** Loaded only where it is used: most houses have no PostgreSQL. */
const postgres = () => import('./backup.postgres.ts');

const KEY = 'house.key';
const AUDIT_LOG = 'audit.log';
const stampOf = (at: Date) => at.toISOString().replaceAll(/[:.]/g, '-');

/** Where a backup goes when nobody says. */
export const defaultBackupFolder = (place: Place, at: Date, prefix = ''): string =>
  join(place.dataDir, 'backups', `${prefix}${stampOf(at)}`);

/**
 * Writes a verified copy of the house into a new folder, while it may be running: the database, the house key
 * (readable by the owner only) and a manifest. Leaves nothing behind when it fails.
 */
export async function backUp(place: Place, folder: string, at: Date): Promise<Manifest> {
  if (existsSync(folder)) throw new BackupError(`${folder} exists already; name a new folder.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const engine = place.databaseUrl ? 'postgres' : 'sqlite';
    const file = place.databaseUrl ? 'stammgast.dump' : 'stammgast.sqlite';
    const copy = join(folder, file);
    const { migrations, tables } = place.databaseUrl
      ? await (await postgres()).dumpPostgres(place.databaseUrl, copy)
      : await copySqlite(sqliteFile(place.dataDir), copy);
    chmodSync(copy, 0o600);
    const key = existsSync(place.keyFile);
    if (key) copyPrivately(place.keyFile, join(folder, KEY));
    const sha256 = await hashFile(copy);
    const createdAt = at.toISOString();
    const manifest = {
      format: 1,
      engine,
      version: readVersion(),
      createdAt,
      migrations,
      tables,
      file,
      sha256,
      key,
    } as const;
    writeManifest(folder, manifest);
    return manifest;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Brings a backup back and proves it. With `force`, what is there is moved aside, never deleted. Tells where to. */
export async function restore(
  place: Place,
  folder: string,
  at: Date,
  force: boolean,
): Promise<{ manifest: Manifest; movedTo: string | null }> {
  const { manifest, copy, key } = await readBackup(place, folder);
  const { oldFiles, oldKeys, oldLogs } = whatIsThere(place, key);
  const inTheWay = [...oldFiles, ...oldKeys, ...oldLogs];
  if (inTheWay.length > 0 && !force) {
    throw new BackupError(`${inTheWay.join(', ')} would be replaced; add --force to move it aside first.`);
  }
  const aside = join(place.dataDir, 'backups', `replaced-${stampOf(at)}`);
  mkdirSync(inTheWay.length > 0 ? aside : place.dataDir, { recursive: true });
  if (oldFiles.length > 0) makeRoom(sqliteFile(place.dataDir), aside);
  if (place.databaseUrl) await (await postgres()).loadPostgres(place.databaseUrl, copy, manifest, force);
  else placeSqlite(copy, sqliteFile(place.dataDir), manifest);
  for (const old of oldKeys) copyPrivately(old, join(aside, KEY));
  for (const old of oldLogs) movePrivately(old, join(aside, AUDIT_LOG));
  if (key) copyPrivately(key, place.keyFile);
  return { manifest, movedTo: inTheWay.length > 0 ? aside : null };
}

/** What would be replaced. The audit log too: it knows of entries that the backup does not, and a new one begins. */
const whatIsThere = (place: Place, key: string | null) => ({
  oldFiles: place.databaseUrl ? [] : sqliteFiles(sqliteFile(place.dataDir)),
  oldKeys: key && isOtherKey(key, place.keyFile) ? [place.keyFile] : [],
  oldLogs: existsSync(place.auditLog) ? [place.auditLog] : [],
});

/** Opens a backup that fits this house and version, and whose file is the one that was written. */
async function readBackup(place: Place, folder: string) {
  const manifest = readManifest(folder);
  const engine = place.databaseUrl ? 'postgres' : 'sqlite';
  if (manifest.engine !== engine) {
    throw new BackupError(
      `this is a backup of ${manifest.engine}, but the house is configured for ${engine} (DATABASE_URL).`,
    );
  }
  pending(readMigrations(engine), manifest.migrations);
  const copy = join(folder, manifest.file);
  if (!existsSync(copy) || (await hashFile(copy)) !== manifest.sha256) {
    throw new BackupError(`${copy} is not the file that was backed up; it is missing or damaged.`);
  }
  return { manifest, copy, key: manifest.key ? join(folder, KEY) : null };
}

/** For the migration runner: a verified copy before a database with content is changed. */
export const backUpBeforeMigrating = (place: Place) => async (): Promise<void> => {
  const now = new Date();
  await backUp(place, defaultBackupFolder(place, now, 'before-upgrade-'), now);
};

function copyPrivately(from: string, to: string): void {
  rmSync(to, { force: true });
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

function movePrivately(from: string, to: string): void {
  copyPrivately(from, to);
  rmSync(from);
}

const isOtherKey = (restored: string, present: string): boolean =>
  existsSync(present) && !readFileSync(restored).equals(readFileSync(present));

function readVersion(): string {
  const file = readFileSync(join(projectFolder, 'server/package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
