#!/usr/bin/env node
// npm start, npm run demo: install, build, serve. The server migrates its database and prints its address itself.
import { ensureClient, ensureDependencies, ensureServer } from './prepare.mjs';
import { ensureNode, run } from './runtime.mjs';

await ensureNode();
ensureDependencies();
if (!(await ensureClient()) || !(await ensureServer())) process.exit(1);
const env = { NODE_ENV: process.env.NODE_ENV ?? 'production' };
if (process.argv.includes('--demo')) env.STAMMGAST_DEMO = '1';
process.exit(await run('node', ['--max-semi-space-size=4', 'server/dist/main.js'], { env }));
