import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';

/** Where this house is found from outside: as configured, else as it was asked for. */
export const ownAddress = (request: FastifyRequest, { publicUrl }: Pick<Config, 'publicUrl'>): string =>
  publicUrl?.origin ?? `${request.protocol}://${request.host}`;
