#!/usr/bin/env node
// npm run dev: the server restarts and the browser updates as files change. Open the address Vite prints; it passes /api on to the server.
import { ensureDependencies } from './prepare.mjs';
import { ensureNode, follow, root, start } from './runtime.mjs';

await ensureNode();
ensureDependencies();
const server = start('node', ['--watch', '--watch-preserve-output', 'server/src/main.ts'], {
  env: { NODE_ENV: 'development' },
});
const client = start('vite', [], { cwd: `${root}/client` });
const codes = await Promise.all([
  follow(server).finally(() => client.kill()),
  follow(client).finally(() => server.kill()),
]);
process.exit(Math.max(...codes));
