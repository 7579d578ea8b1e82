#!/usr/bin/env node
// npm run db:generate -- <name>: writes the next migration for both engines from the table definitions.
// npm run db:drift: fails when the definitions say something the migrations do not.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies } from './prepare.mjs';
import { ensureNode, follow, root, run, start } from './runtime.mjs';

const dialects = ['sqlite', 'postgres'];
const server = { cwd: join(root, 'server') };
const generateWith = ['generate', '--config', 'drizzle.config.ts'];

const generate = async (name) => {
  for (const dialect of dialects) {
    const args = name ? [...generateWith, '--name', name] : generateWith;
    const code = await run('drizzle-kit', args, { ...server, env: { DIALECT: dialect } });
    if (code !== 0) return code;
  }
  return 0;
};

const driftOf = async (dialect, folder) => {
  // drizzle-kit puts "./" before whatever it is given.
  const env = { DIALECT: dialect, MIGRATIONS_OUT: relative(server.cwd, folder).replaceAll('\\', '/') };
  const child = start('drizzle-kit', generateWith, { ...server, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await follow(child);
  // A question it cannot ask (renamed or new?) also ends without a migration, so only its own words count.
  if (code === 0 && output.includes('No schema changes')) return 0;
  console.error(
    `${output}\n${dialect}: tables and migrations differ; run "npm run db:generate -- <name>" and commit the result.`,
  );
  return 1;
};

const drift = async () => {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'drift-'));
  try {
    cpSync(join(root, 'migrations'), folder, { recursive: true });
    const codes = [];
    for (const dialect of dialects) codes.push(await driftOf(dialect, folder));
    return Math.max(...codes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const [task, name] = process.argv.slice(2);
await ensureNode();
ensureDependencies();
process.exit(await (task === 'drift' ? drift() : generate(name)));
