import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

/** What every page needs, without rules that only dialogs and the composer read. */
const everywhere =
  /client.src.(?:components|api|live|keys|icons|app|i18n.(?!(?:de|en)(?:-pages)?\.ts)[\w-]+\.ts$)|shared.src.(?!domain.(?:answer-check|csv|notify|promise-words|radar|reports|review|snippet|snooze|statistics|time-words))/;
/** Of that, what the first page does without. */
const behind =
  /client.src.(?:components.(?:chart|code-block|copy-field|link-dialog|notice|table|tick-list|use-digits|use-first-error|use-form|use-preferences-change)|api.(?:curl|keep-push|push)\.ts|i18n.duration)|shared.src.(?:contract.(?:devices|figures|guests|mail|reports)\.ts|domain.(?:legal-words|wall-lists))/;

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
        // What every page needs comes in two files instead of twenty; the rest is fetched with the page that needs it.
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules.(?:react(?!-i18next.dist.es.Trans(?!lation))|react-dom|scheduler|@tanstack.(?!react-virtual|virtual)[\w-]+|i18next|use-sync-external-store)./,
            },
            {
              name: 'parts',
              test: (id) => everywhere.test(id) && !behind.test(id),
            },
            { name: 'page-parts', test: behind },
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
