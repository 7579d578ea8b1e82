import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const server = process.env.STAMMGAST_DEV_SERVER ?? 'http://127.0.0.1:3000';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Text goes over the wire compressed as well as it can be, and nobody waits for that at run time. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, files) {
    for (const name of Object.keys(files).filter((file) => /\.(js|css)$/.test(file))) {
      const text = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }));
    }
  },
};

/** Of an operation the browser needs method and path; what the server asks of it stays out of the bundle. */
const addressesOnly: Plugin = {
  name: 'addresses-only',
  apply: 'build',
  transform: {
    filter: { id: /shared.src.contract/ },
    handler(code) {
      const parts = this.parse(code).body.flatMap((node) => {
        if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') return [];
        const made = node.declaration.declarations[0]?.init;
        const isEndpoint =
          made?.type === 'CallExpression' && made.callee.type === 'Identifier' && made.callee.name === 'endpoint';
        return isEndpoint ? (made.arguments[1] ?? []) : [];
      });
      return { code: parts.reduceRight((left, { start, end }) => `${left.slice(0, start)}{}${left.slice(end)}`, code) };
    },
  },
};

/** Where the first page begins, and what it draws once it has a thread. */
const starts = ['src/main.tsx', 'src/features/inbox/inbox-page.tsx', 'src/features/inbox/context/person-part.tsx'];

/** Without what draws long lists, which only the inbox does, and texts with parts in them, which it does not. */
const librariesOfAll =
  /node_modules.(?!@tanstack.(?:react-)?virtual|react-i18next.dist.es.(?:Icu)?Trans(?!lation)|html-parse-stringify|void-elements)/;

/** A file of what the first page needs at once: what the starts import, and what that imports, without a `lazy` between. */
function first(name: string, test: RegExp): Rolldown.CodeSplittingGroup {
  const heads = starts.map(here);
  const found = new Set([...heads, here('src/i18n/collect.ts')]);
  const unfollowed = found.size;
  // What is added while the set is gone through is gone through as well.
  const follow = (modules: Rolldown.ChunkingContext) => {
    for (const one of found) for (const next of modules.getModuleInfo(one)?.importedIds ?? []) found.add(next);
  };
  return {
    debugName: name,
    name: (id, modules) => {
      if (found.size === unfollowed) follow(modules);
      return found.has(id) && !heads.includes(id) && test.test(id) ? name : null;
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [react(), addressesOnly, compressed],
  resolve: { alias: command === 'build' ? { 'zod/mini': here('./src/api/inert-zod.ts') } : {} },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onLog: (level, log, next) => {
        if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message);
        next(level, log);
      },
      treeshake: { manualPureFunctions: ['z', 'endpoint', 'limited'] },
      output: {
        codeSplitting: {
          groups: [
            first('libraries', librariesOfAll),
            first('parts', /client.src.(?!features.inbox|styles)|shared.src/),
            first('inbox', /features.inbox|tanstack.(?:react-)?virtual/),
            {
              name: 'page-parts',
              test: /client.src.(?:components|api|i18n.(?:duration|time-zones))|shared.src.contract/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
  },
}));
