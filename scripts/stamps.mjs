// What tells a second start that nothing changed: hashes over content, because times and sizes do not survive a clone.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const leftOut = new Set(['node_modules', 'dist', '.cache']);
const isTest = (name) => /\.(test|suite)\.tsx?$/.test(name);

const filesUnder = (path) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (leftOut.has(entry.name) || isTest(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)];
  });

/** One hash over names and contents of the given files and folders below `root`; missing ones count as missing. */
export const hashOf = (root, paths) => {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${path.slice(root.length).replaceAll('\\', '/')}\0`)
      .update(readFileSync(path))
      .update('\0');
  for (const path of paths.map((name) => join(root, name))) {
    if (!existsSync(path)) hash.update('missing\0');
    else if (statSync(path).isDirectory()) filesUnder(path).sort().forEach(add);
    else add(path);
  }
  return hash.digest('hex');
};

/**
 * Whether node_modules already holds what the lockfile asks for, by npm's own record of it: so a plain `npm install` before the
 * first start is not done again. Optional packages may be missing, they belong to other machines.
 */
export const isInstalled = (lock, installed) =>
  Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    const found = installed.packages[path];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
