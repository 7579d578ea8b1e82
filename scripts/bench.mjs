#!/usr/bin/env node
// npm run bench: builds what people run, and measures it. Arguments name the parts to measure.
import { builtServer, ensureClient, ensureDependencies, ensureServer } from './prepare.mjs';
import { ensureNode, run } from './runtime.mjs';

await ensureNode();
ensureDependencies();
if (!(await ensureClient()) || !(await ensureServer())) process.exit(1);
process.exit(await run('node', ['e2e/bench/run.ts', ...process.argv.slice(2)], { env: builtServer }));
