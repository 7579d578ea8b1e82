#!/usr/bin/env node
// npm run trust:publish: builds the server that can be caught, prepares a PostgreSQL, and counts what the house promises
// about publishing. An argument is the seed. Ends with 1 when a promise is broken, or could not be tried.
import { provisionPostgres } from './postgres.mjs';
import { builtServer, ensureDependencies, ensureMortalServer } from './prepare.mjs';
import { ensureNode, run } from './runtime.mjs';

await ensureNode();
ensureDependencies();
if (!(await ensureMortalServer())) process.exit(1);
const server = await provisionPostgres();
if (server.missing) console.log(`\n!! SKIPPED: everything with two processes on PostgreSQL: ${server.missing}\n`);
const env = { ...builtServer, ...(server.missing ? {} : { STAMMGAST_TEST_POSTGRES: server.url }) };
const code = await run('node', ['e2e/trust/run.ts', ...process.argv.slice(2)], { env });
await server.stop?.();
process.exit(code === 0 && server.missing ? 1 : code);
