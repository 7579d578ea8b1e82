import type { Sentiment } from '@stammgast/shared/domain/assessment';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import type { ChannelKey, PostKey, StaffKey } from './hotel.ts';

/** What happens to a thread after it was opened; `after` is in minutes from then. */
export type Deed = { readonly after: number } & (
  | { readonly does: 'says'; readonly guest: string; readonly text: string; readonly likes?: number }
  | { readonly does: 'edits'; readonly text: string }
  /** Removes the newest comment beneath the first one. */
  | { readonly does: 'removes' }
  | { readonly does: 'assigns'; readonly to: StaffKey }
  | { readonly does: 'notes'; readonly by: StaffKey; readonly text: string; readonly calls?: readonly StaffKey[] }
  | { readonly does: 'tags'; readonly by: StaffKey; readonly tags: readonly string[] }
  /** Out of sight for so many minutes from now on. */
  | { readonly does: 'snoozes'; readonly by: StaffKey; readonly until: number }
  /** A text that is not sent yet and that colleagues may read. */
  | { readonly does: 'drafts'; readonly by: StaffKey; readonly text: string }
  /** An answer that waits for a second person. */
  | { readonly does: 'submits'; readonly by: StaffKey; readonly text: string }
  /** Confirms what our answer has promised, due in so many minutes from now; below 0: broken by then. */
  | { readonly does: 'promises'; readonly by: StaffKey; readonly words: string; readonly dueIn: number }
  | {
      readonly does: 'answers';
      readonly by: StaffKey;
      readonly text: string;
      readonly resolve?: boolean;
      readonly ends?: 'failed' | 'unconfirmed';
    }
  | { readonly does: 'resolves'; readonly by: StaffKey; readonly reason: ResolveReason }
  | { readonly does: 'corrects'; readonly by: StaffKey; readonly sentiment: Exclude<Sentiment, 'unsure'> }
);

/** One thread of the demo and all that happens in it. */
export interface Story {
  readonly channel: ChannelKey;
  readonly post?: PostKey;
  readonly guest: string;
  readonly text: string;
  readonly likes?: number;
  readonly visibility?: 'held' | 'spam';
  /**
   * Opened so many minutes ago; or so that its first promise is due in so many minutes (below 0: missed), whatever the
   * classifier makes of it.
   */
  readonly when: { readonly ago: number } | { readonly dueIn: number };
  readonly deeds?: readonly Deed[];
}
