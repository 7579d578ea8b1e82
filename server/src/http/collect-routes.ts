import type { Action } from '@stammgast/shared/domain/permissions';
import type { FastifyInstance } from 'fastify';

export interface CollectedRoute {
  readonly method: string;
  readonly url: string;
  readonly action: Action;
}

/** Gathers every route that is registered from now on; call it before the first one. */
export function collectRoutes(app: FastifyInstance): readonly CollectedRoute[] {
  const routes: CollectedRoute[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) if (config?.action) routes.push({ method: one, url, action: config.action });
  });
  return routes;
}
