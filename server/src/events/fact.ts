import type { FactKind } from '@stammgast/shared/contract/live';
import type { Change } from './change.ts';

export interface NewFact {
  readonly kind: FactKind;
  /** When it became true, where that is not the time of recording: a deadline that passed during a downtime. */
  readonly at?: Date;
  readonly channelId?: string | null;
  readonly threadId?: string | null;
  /** Who did it; null for the house itself or people outside. */
  readonly personId?: string | null;
  readonly payload?: Record<string, unknown> | null;
  /** The state before and after, for the audit trail. Nothing of people outside in clear: see `Vault.mark`. */
  readonly change?: Change;
}
