import type { Capabilities, Platform } from '@stammgast/shared/contract/channels';
import type { PlatformAct } from '@stammgast/shared/domain/moderation';
import type { z } from 'zod';
import { ChannelError, type Http, type HttpRequest, type HttpResponse } from '../http/outgoing.ts';

export type { Http, HttpRequest, HttpResponse };
export { ChannelError };

/**
 * What became of an attempt to publish.
 * retry: the platform certainly did not take it, try later · reauthorise: our credentials are refused ·
 * rejected: it will never take it · unconfirmed: it may or may not be public.
 */
export type PublishFailureKind = 'retry' | 'reauthorise' | 'rejected' | 'unconfirmed';
export class PublishError extends Error {
  readonly kind: PublishFailureKind;
  readonly retryAfterMs: number | null;
  constructor(kind: PublishFailureKind, detail: string, retryAfterMs: number | null = null) {
    super(detail);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface IncomingComment {
  readonly externalId: string;
  readonly parentExternalId: string | null;
  readonly post: { readonly externalId: string; readonly title: string; readonly url: string | null } | null;
  readonly author: {
    readonly externalId: string;
    readonly name: string;
    readonly handle: string | null;
    readonly url: string | null;
    /** One of our own accounts. */
    readonly own: boolean;
  };
  /** Plain text: mark-up is converted by the connector. */
  readonly body: string;
  readonly postedAt: Date;
  readonly visibility: 'public' | 'held' | 'spam' | 'hidden';
  readonly url: string | null;
  readonly likes: number | null;
  /** Orders edits and removals; null when the platform has none: then each reading is the current truth. */
  readonly version: number | null;
}
export type IncomingChange =
  | { readonly kind: 'comment'; readonly comment: IncomingComment }
  /** version null: the comment is gone now; a later reading may bring it back. */
  | { readonly kind: 'removed'; readonly externalId: string; readonly at: Date; readonly version: number | null };

export interface OutgoingReply {
  /** Our id: also the idempotency key where a platform takes one. */
  readonly id: string;
  readonly body: string;
  readonly comment: { readonly externalId: string; readonly url: string | null };
  readonly post: { readonly externalId: string; readonly url: string | null } | null;
  /** When the first attempt was claimed. */
  readonly claimedAt: Date;
}
export interface Published {
  readonly state: 'published' | 'accepted';
  /** null while the other side has not told its id yet. */
  readonly externalId: string | null;
  readonly url: string | null;
}

/** What the platform told about a comment with its answer; null: nothing. */
export interface Acted {
  readonly likes: number | null;
}
/** How a comment stands over there; null: the platform does not say. */
export interface Seen extends Acted {
  readonly visibility: IncomingComment['visibility'] | null;
  readonly liked: boolean | null;
}

/** Comments the connector should look at again although they are old: those of open threads. */
export interface Watched {
  readonly externalId: string;
}
export interface Batch {
  readonly changes: readonly IncomingChange[];
  /** Stored with the changes in one transaction: where the next fetch goes on. */
  readonly cursor: string;
  /** True while old comments are imported: they never start a clock. */
  readonly history: boolean;
}

export interface OpenChannel {
  /** Reads what is new since the cursor (null: everything, as history), in batches. Polled; absent for push-only. */
  fetchSince?(cursor: string | null, watched: readonly Watched[]): AsyncIterable<Batch>;
  /** Throws PublishError. Must not be called twice without findPublished in between. */
  publish?(reply: OutgoingReply): Promise<Published>;
  /** The look-up after an unconfirmed outcome. */
  findPublished?(reply: OutgoingReply): Promise<Published | 'absent'>;
  /** Where no API may answer: copy, open, mark as answered. */
  handOff?(reply: OutgoingReply): { readonly openUrl: string | null };
  /**
   * Does something to a comment. Throws ChannelError; `unsent` when certainly nothing has happened. What has happened
   * already is no failure: it may be asked twice.
   */
  act?(externalId: string, act: PlatformAct): Promise<Acted>;
  /** The look-up after an outcome that is not known. */
  look?(externalId: string): Promise<Seen>;
  /** Says in a few words what the settings lead to, or throws ChannelError. */
  test(): Promise<{ readonly found: string }>;
}

export interface ConnectorTools {
  readonly http: Http;
  readonly now: () => Date;
}

/** Settings are a flat zod object; fields named in `secrets` are encrypted at rest and never leave the server. */
export interface Connector<Settings extends Record<string, unknown> = Record<string, unknown>> {
  readonly platform: Platform;
  readonly settings: z.ZodType<Settings>;
  readonly secrets: readonly string[];
  /** Seconds between polls. */
  readonly pollSeconds: number;
  /** What a channel with these settings can do. */
  can(settings: Settings): Capabilities;
  open(settings: Settings, tools: ConnectorTools): OpenChannel;
}
