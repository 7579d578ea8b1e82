#!/usr/bin/env node
// npm test: installs what the checks need where it may, runs them all and counts. `node scripts/test.mjs unit e2e` runs only those steps;
// other arguments go to the runner. `--strict`, or CI=true, makes a skip a failure.
import { ensureDependencies } from './prepare.mjs';
import { add, none, succeeded, summary } from './reports.mjs';
import { ensureNode } from './runtime.mjs';
import { steps } from './steps.mjs';

await ensureNode();
ensureDependencies();

const args = process.argv.slice(2);
const strict = args.includes('--strict') || process.env.CI === 'true';
const named = steps.filter((step) => args.includes(step.name));
const chosen = named.length > 0 ? named : steps;
const passedOn = args.filter((arg) => arg !== '--strict' && !steps.some((step) => step.name === arg));

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true;
  });
}

let total = none;
for (const { title, work } of chosen) {
  if (interrupted) break;
  console.log(`\n=== ${title} ===`);
  const since = performance.now();
  const counts = await work(passedOn).catch((error) => {
    console.error(error);
    return { ...none, failed: 1 };
  });
  console.log(`--- ${title}: ${summary(counts)} in ${((performance.now() - since) / 1000).toFixed(1)} s`);
  total = add(total, counts);
}
if (interrupted) console.error('Interrupted before the end.');
console.log(`\n${summary(total)}`);
process.exit(!interrupted && succeeded(total, strict) ? 0 : 1);
