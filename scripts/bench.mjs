#!/usr/bin/env node
// npm run bench: builds what people run, and measures it. Arguments name the parts to measure; with --postgres those of
// them that read much are measured on a throw-away PostgreSQL, or on the one that TEST_PG names.
import { provisionPostgres } from './postgres.mjs';
import { builtServer, ensureClient, ensureDependencies, ensureServer } from './prepare.mjs';
import { ensureNode, run } from './runtime.mjs';

await ensureNode();
ensureDependencies();
if (!(await ensureClient()) || !(await ensureServer())) process.exit(1);
const wanted = process.argv.slice(2).filter((argument) => argument !== '--postgres');
const postgres = process.argv.includes('--postgres') ? await provisionPostgres() : null;
if (postgres?.missing) {
  console.error(postgres.missing);
  process.exit(1);
}
const env = { ...builtServer, ...(postgres && { STAMMGAST_BENCH_POSTGRES: postgres.url }) };
const code = await run('node', ['e2e/bench/run.ts', ...wanted], { env });
await postgres?.stop();
process.exit(code);
