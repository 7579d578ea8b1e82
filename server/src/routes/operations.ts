import type { FastifyInstance } from 'fastify';
import { countTrouble } from '../events/followers.queries.ts';
import type { House } from '../flows/house.ts';
import type { Metrics } from '../http/metrics.ts';
import { countJobs, jobDelay } from '../jobs/depth.queries.ts';
import { createHealthCheck } from '../storage/health.ts';

/**
 * For the operator's tools: /livez says that the process answers, /readyz whether it can work, /metrics how it does.
 * The first two are open and tell no more than a word, since probes come from anywhere.
 */
export function registerOperationRoutes(app: FastifyInstance, house: House, metrics: Metrics): void {
  const { database, clock } = house;
  const ailment = createHealthCheck(database, clock);
  for (const state of ['waiting', 'running', 'dead'] as const) {
    metrics.gauge(`stammgast_jobs_${state}`, `Jobs that are ${state}.`, async () => {
      return (await countJobs(database.reader)).get(state) ?? 0;
    });
  }
  metrics.gauge('stammgast_jobs_delay_seconds', 'How long the job that waits longest has been due.', () =>
    jobDelay(database.reader, clock.now()),
  );

  metrics.gauge(
    'stammgast_followers_stuck',
    'Followers of facts that stand at one they cannot digest and try again.',
    async () => (await countTrouble(database.reader)).stuck,
  );
  metrics.gauge(
    'stammgast_facts_set_aside',
    'Facts that a follower went on without.',
    async () => (await countTrouble(database.reader)).aside,
  );

  app.get('/livez', { config: { action: 'public' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { alive: true };
  });
  app.get('/readyz', { config: { action: 'public' } }, async (_request, reply) => {
    const reason = await ailment();
    reply.header('cache-control', 'no-store').code(reason ? 503 : 200);
    return { ready: reason === null, reason };
  });
  app.get('/metrics', { config: { action: 'operations' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store').type(metrics.contentType);
    return metrics.print();
  });
}
