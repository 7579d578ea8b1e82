import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { IncomingComment } from '../connectors/connector.ts';
import type { Outcome } from '../intake/settle.ts';
import type { Db } from '../storage/database.ts';

export interface ReceivingChannel {
  readonly id: string;
  /** Language of short comments that tell nothing themselves. */
  readonly language: string | null;
}
export interface ReceiveOptions {
  /** Imported history never starts a clock and does not fill the queue. */
  readonly history: boolean;
  /** Another system brings them with the channel's token. */
  readonly by?: 'token';
  /** Where the connector goes on; stored together with the changes. */
  readonly cursor?: string | null;
  /** Asked first, while nobody else can change the channel; throws when the changes may no longer come in. */
  readonly mustStand?: (tx: Db) => Promise<void>;
}
export interface Received {
  readonly externalId: string;
  readonly outcome: Outcome;
}
export type Assess = (comment: IncomingComment) => Assessment;
