import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { Aside } from '../aside/aside.ts';
import type { Clock } from '../config/clock.ts';
import type { NewId } from '../config/ids.ts';
import type { Log } from '../config/log.ts';
import type { Connector, Http } from '../connectors/connector.ts';
import type { Database } from '../storage/database.ts';
import type { Calculations } from './calculations.ts';

/** What flows work with. Made once in compose.ts; tests make their own. */
export interface House {
  readonly database: Database;
  /** What takes long to compute, beside the requests. */
  readonly aside: Aside<Calculations>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Guarded outgoing requests; `allowPrivate` is the channel's own setting. */
  readonly http: (options: { allowPrivate: boolean }) => Http;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly classify: (comment: { body: string; fallbackLanguage?: string | null }) => Assessment;
  /** Encrypts channel secrets at rest; `place` binds the text to its row. */
  readonly vault: Vault;
  /** Seconds a public answer is held for undo. */
  readonly undoSeconds: number;
  /** A demo house publishes nothing anywhere. */
  readonly demo: boolean;
}

interface Vault {
  seal(plain: string, place: string): string;
  /** Recognises a text again without telling it: what is kept of people outside for ever. */
  mark(text: string): string;
  /** Shows to who has the key that the house has written this. */
  sign(text: string): string;
  /** Throws when the text was changed, moved to another place, or sealed with another key. */
  open(sealed: string, place: string): string;
}
