#!/usr/bin/env node
// Runs `node` or one of the project's tools under a Node that fits, with the dependencies in place: node scripts/run.mjs vitest run
import { ensureDependencies } from './prepare.mjs';
import { ensureNode, run } from './runtime.mjs';

const [tool, ...args] = process.argv.slice(2);
if (!tool) {
  console.error('Usage: node scripts/run.mjs <node | vitest | playwright | ...> [arguments]');
  process.exit(2);
}
await ensureNode();
ensureDependencies();
process.exit(await run(tool, args));
