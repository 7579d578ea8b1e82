import { createHash } from 'node:crypto';
import type { AuditActorKind } from '@stammgast/shared/contract/audit';
import type { FactKind } from '@stammgast/shared/contract/live';

type State = Record<string, unknown>;

/** What an entry says, before it has its place in the chain. */
export interface Content {
  readonly at: Date;
  readonly kind: FactKind;
  readonly actorKind: AuditActorKind;
  readonly actorId: string | null;
  readonly channelId: string | null;
  readonly threadId: string | null;
  readonly subject: string | null;
  readonly before: State | null;
  readonly after: State | null;
  readonly details: State;
  readonly fact: number;
}
export interface Entry extends Content {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
  /** The hash as signed by the house: whoever has the database alone can chain an entry, but not seal it. */
  readonly seal: string | null;
}
/** The place of an entry that the next one follows. */
export type Link = Pick<Entry, 'seq' | 'hash'>;

/** What the very first entry follows. */
export const beginning: Link = { seq: 0, hash: '0'.repeat(64) };

/** A row as it is hashed: fresh, from the database, or from the file outside. */
type Row = Omit<Entry, 'at' | 'hash' | 'seal'> & {
  readonly at: Date | string;
  readonly hash?: string;
  readonly seal?: string | null;
};

/** h(n) = SHA-256(h(n-1) ‖ row n), the row as JSON with sorted names: the same on both engines and for ever. */
export function hashOf({ hash: _, seal: _seal, previous, ...row }: Row): string {
  return createHash('sha256').update(previous).update(canonical(row)).digest('hex');
}

/** Signs with the key of the house; the text begins with the name of the key. */
export type Sign = (text: string) => string;

/** Chains contents to what was there last. */
export function chain(last: Link, contents: readonly Content[], sign: Sign): Entry[] {
  let { seq, hash } = last;
  return contents.map((content) => {
    seq += 1;
    const entry = { ...content, seq, previous: hash };
    hash = hashOf(entry);
    return { ...entry, hash, seal: sign(hash) };
  });
}

/** JSON with the names in order; databases keep theirs in an order of their own. */
export const canonical = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const state = value as State;
  return Object.fromEntries(
    Object.keys(state)
      .toSorted()
      .map((name) => [name, inOrder(state[name])]),
  );
}
