import { api } from './api/index.ts';
import type { Connector } from './connector.ts';
import { feed } from './feed/index.ts';
import { wordpress } from './wordpress/index.ts';

/** Every platform that can be connected: one line each. */
export const connectors: ReadonlyMap<string, Connector> = new Map(
  [wordpress, feed, api].map((connector) => [connector.platform, connector as unknown as Connector]),
);
