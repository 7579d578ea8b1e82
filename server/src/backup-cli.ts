import { isAbsolute, join, resolve } from 'node:path';
import { ConfigError, readConfig } from './config/config.ts';
import { backUp, defaultBackupFolder, restore } from './storage/backup.ts';
import { BackupError, type Manifest } from './storage/backup-manifest.ts';
import { NewerDatabaseError } from './storage/migrations.ts';

const usage = `Usage: npm run backup -- [new folder]
       npm run restore -- <folder> [--force]`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main([task, ...args]: string[]): Promise<void> {
  const config = readConfig(process.env);
  const force = args.includes('--force');
  const named = args.find((arg) => !arg.startsWith('-'));
  const now = new Date();
  if (task === 'backup') {
    const folder = named ? fromHere(named) : defaultBackupFolder(config, now);
    const manifest = await backUp(config, folder, now);
    say(`Backed up to ${folder} and verified: ${summary(manifest)}.`);
    say(
      manifest.key
        ? 'It holds the house key: whoever has this folder can read the passwords of your channels. Keep it safe.'
        : 'There is no house key yet, so none is included.',
    );
  } else if (task === 'restore' && named) {
    const { manifest, movedTo } = await restore(config, fromHere(named), now, force);
    say(`Restored the backup of ${manifest.createdAt} and verified it: ${summary(manifest)}.`);
    if (movedTo) say(`What was there before is in ${movedTo}.`);
  } else {
    throw new BackupError(`please say what to do.\n${usage}`);
  }
}

const summary = ({ tables }: Manifest): string => {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  return `${Object.keys(tables).length} tables, ${rows} rows`;
};

/** npm changes to the project folder; people name paths from where they stand. */
const fromHere = (path: string): string =>
  isAbsolute(path) ? path : resolve(join(process.env.INIT_CWD ?? process.cwd(), path));

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected = error instanceof BackupError || error instanceof ConfigError || error instanceof NewerDatabaseError;
  const text = expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Stammgast: ${text}\n`);
  process.exit(error instanceof ConfigError ? 78 : 1);
});
