// Once a day: what nobody needs any more goes, so that no table grows for ever.

import { hourOf } from '@stammgast/shared/domain/radar/hours';
import { forgetEntries } from '../audit/audit.queries.ts';
import { forgetOldVersions } from '../drafts/drafts.queries.ts';
import { forgetFacts } from '../events/events.queries.ts';
import { forgetOldSetAside } from '../events/followers.queries.ts';
import { type NewJob, postpone, schedule } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { forgetMails } from '../mail/mails.queries.ts';
import { forgetNotifications } from '../notifications/notifications.queries.ts';
import { deleteLapsed } from '../presence/presence.queries.ts';
import { forgetVoices } from '../radar/voices.queries.ts';
import { deleteOldGuestLinks } from '../replies/guest-links.queries.ts';
import { forgetReviews } from '../review/reviews.queries.ts';
import { deleteOldInvitations } from '../team/invitations.queries.ts';
import { forgetOldSessions } from '../team/sessions.ts';
import { forgetOldThrottles } from '../team/throttles.queries.ts';
import { drawCalendars } from './draw-calendars.ts';
import { VOICES_MS } from './hear-voices.ts';
import type { House } from './house.ts';

export const TIDY_UP = 'tidy-up';

const DAY_MS = 24 * 3_600_000;
/** Who changed what has to be traceable for a year (Swiss DSV, article 4), and a little longer for whoever asks late. */
const FACTS_MS = 400 * DAY_MS;
/** Longer than facts: three years, after which most claims have lapsed. */
export const AUDIT_MS = 1096 * DAY_MS;
/** As long as somebody may still come with an old link and should read why it does not work. */
const INVITATIONS_MS = 30 * DAY_MS;
/** What the drafts' history promises. */
const DRAFT_VERSIONS_MS = 30 * DAY_MS;
/** The bell is for what is new; what was done stands in the record. */
const NOTIFICATIONS_MS = 90 * DAY_MS;
/** A few milliseconds of work; requests come in between. */
const BATCH = 2000;
/** A start has more important things to do. */
const AFTER_START_MS = 60_000;

const job = (runAt: Date): NewJob => ({ kind: TIDY_UP, uniqueKey: TIDY_UP, lane: TIDY_UP, payload: {}, runAt });

/** Plans it for every house, also for one in which it was given up. */
export async function planTidyUp(house: House): Promise<void> {
  const runAt = new Date(house.clock.now().getTime() + AFTER_START_MS);
  await house.database.transaction((tx) => schedule(tx, job(runAt)));
}

export function tidyUp(house: House): Handler {
  const { database, clock } = house;
  return async (job, keep) => {
    const now = clock.now();
    const before = (ms: number) => new Date(now.getTime() - ms);
    await database.transaction(async (tx) => {
      await forgetOldSessions(tx, now);
      await forgetOldThrottles(tx, now);
      await deleteOldInvitations(tx, before(INVITATIONS_MS));
      await forgetOldVersions(tx, before(DRAFT_VERSIONS_MS));
      await forgetMails(tx, before(FACTS_MS));
      await forgetNotifications(tx, before(NOTIFICATIONS_MS));
      await deleteOldGuestLinks(tx, before(INVITATIONS_MS));
      await forgetVoices(tx, hourOf(before(VOICES_MS).getTime()));
      await forgetReviews(tx, before(FACTS_MS));
      await forgetOldSetAside(tx, before(FACTS_MS));
      // Whoever was last to leave may have left without a word; nobody renews, so nobody clears them away.
      await deleteLapsed(tx, now);
    });
    await drawCalendars(house);
    while ((await database.transaction((tx) => forgetFacts(tx, before(FACTS_MS), BATCH))) === BATCH) await keep();
    while ((await database.transaction((tx) => forgetEntries(tx, before(AUDIT_MS), BATCH))) === BATCH) await keep();
    await database.transaction((tx) => postpone(tx, job, new Date(now.getTime() + DAY_MS), null));
  };
}
