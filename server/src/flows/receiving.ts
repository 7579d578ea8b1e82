import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { IncomingComment } from '../connectors/connector.ts';
import type { Outcome } from '../intake/settle.ts';

export interface ReceivingChannel {
  readonly id: string;
  /** Language of short comments that tell nothing themselves. */
  readonly language: string | null;
}
export interface ReceiveOptions {
  /** Imported history never starts a clock and does not fill the queue. */
  readonly history: boolean;
  /** Where the connector goes on; stored together with the changes. */
  readonly cursor?: string | null;
}
export interface Received {
  readonly externalId: string;
  readonly outcome: Outcome;
}
export type Assess = (comment: IncomingComment) => Assessment;
