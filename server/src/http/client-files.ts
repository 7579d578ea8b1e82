import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers with a file of the built client, or returns false when the path is none of its business. */
export type SendClientFile = (request: FastifyRequest, reply: FastifyReply) => boolean;

/**
 * Serves the built client: hashed assets for ever, index.html for the browser's own routes, never stored.
 * The list of files is read once, so no request path ever reaches the file system.
 */
export function serveClient(app: FastifyInstance, folder: string): SendClientFile {
  if (!existsSync(join(folder, 'index.html'))) return () => false;
  const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll(sep, '/')),
  );
  app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: [...files].some((file) => file.endsWith('.br') || file.endsWith('.gz')),
    cacheControl: false,
  });
  return (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = request.url.split('?', 1)[0] ?? '/';
    const file = files.has(path) ? path : isBrowserRoute(path) ? '/index.html' : null;
    if (!file) return false;
    reply.header('cache-control', cachingOf(file)).sendFile(file.slice(1));
    return true;
  };
}

const cachingOf = (file: string) => {
  if (file.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return file === '/index.html' ? 'no-store' : 'public, max-age=3600';
};

function isBrowserRoute(path: string): boolean {
  if (/^\/(api|socket\.io|assets)(\/|$)/.test(path)) return false;
  return !path.slice(path.lastIndexOf('/')).includes('.');
}
