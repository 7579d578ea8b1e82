import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, found from wherever this runs: from its sources or as the built file. */
export const projectFolder = findUp(import.meta.dirname);

/** A file that belongs to the server's sources and is read at run time. */
export const sourceFile = (path: string): string => join(projectFolder, 'server/src', path);

function findUp(folder: string): string {
  if (existsSync(join(folder, 'migrations', 'sqlite'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the project folder with its migrations was not found');
  return findUp(parent);
}
