import { and, desc, eq, inArray, lte, notInArray, or, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

/** What belongs to the demo, as subqueries: its channels, its people, its threads and its comments. */
function demoParts(tx: Db) {
  const { channels, people, threads, comments } = tx.tables;
  const channelIds = tx.select({ id: channels.id }).from(channels).where(eq(channels.demo, true));
  const personIds = tx.select({ id: people.id }).from(people).where(eq(people.demo, true));
  return {
    channelIds,
    personIds,
    threadIds: tx.select({ id: threads.id }).from(threads).where(inArray(threads.channelId, channelIds)),
    commentIds: tx.select({ id: comments.id }).from(comments).where(inArray(comments.channelId, channelIds)),
  };
}

function isDemoFact(tx: Db) {
  const { channelId, threadId, personId } = tx.tables.events;
  const { channelIds, personIds, threadIds } = demoParts(tx);
  return or(inArray(channelId, channelIds), inArray(threadId, threadIds), inArray(personId, personIds));
}

/** The number of the last fact on a demo channel or by somebody of the demo, 0 when there is none. */
export async function lastDemoFact(tx: Db): Promise<number> {
  const { events } = tx.tables;
  const [row] = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(isDemoFact(tx))
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.seq ?? 0;
}

/**
 * Deletes everything on demo channels and everything that demo people did, also on real channels; children first. Facts
 * only up to a number: one that another transaction adds meanwhile is not in the audit trail yet.
 * Returns the number of rows by table.
 */
export async function deleteDemoRows(tx: Db, upTo: number): Promise<Record<string, number>> {
  const t = tx.tables;
  const { channelIds, personIds, threadIds, commentIds } = demoParts(tx);
  const events = await tx
    .delete(t.events)
    .where(
      or(
        and(isDemoFact(tx), lte(t.events.seq, upTo)),
        // It names those for whom it rang, and is over.
        eq(t.events.kind, 'bell.rung'),
      ),
    )
    .returning({ seq: t.events.seq });
  const corrections = await tx
    .delete(t.corrections)
    .where(or(inArray(t.corrections.commentId, commentIds), inArray(t.corrections.personId, personIds)))
    .returning({ id: t.corrections.id });
  const notes = await tx
    .delete(t.notes)
    .where(or(inArray(t.notes.threadId, threadIds), inArray(t.notes.personId, personIds)))
    .returning({ id: t.notes.id });
  // Before the answers go that they are about.
  const answerRows = await deleteAboutAnswers(tx);
  const replies = await tx
    .delete(t.replies)
    .where(or(inArray(t.replies.channelId, channelIds), inArray(t.replies.personId, personIds)))
    .returning({ id: t.replies.id });
  const marks = await deleteMarks(tx);
  const reviewRows = await deleteReviews(tx);
  const counts = {
    events,
    corrections,
    notes,
    ...answerRows,
    replies,
    ...marks,
    ...reviewRows,
    ...(await deleteDrafts(tx)),
    ...(await deleteTold(tx)),
    ...(await deleteRadar(tx)),
    ...(await deleteByChannel(tx)),
    ...(await deleteTeam(tx)),
  };
  return Object.fromEntries(Object.entries(counts).map(([table, rows]) => [table, rows.length]));
}

/** What a team leaves on threads; tags that no real thread has go as well. */
async function deleteMarks(tx: Db) {
  const { mentions, notes, reads, tags, threadTags } = tx.tables;
  const { personIds, threadIds } = demoParts(tx);
  return {
    mentions: await tx
      .delete(mentions)
      .where(
        or(
          inArray(mentions.threadId, threadIds),
          inArray(mentions.personId, personIds),
          // Nobody is called to a note that is gone.
          notInArray(mentions.noteId, tx.select({ id: notes.id }).from(notes)),
        ),
      )
      .returning({ id: mentions.id }),
    reads: await tx
      .delete(reads)
      .where(or(inArray(reads.threadId, threadIds), inArray(reads.personId, personIds)))
      .returning({ id: reads.id }),
    threadTags: await tx
      .delete(threadTags)
      .where(inArray(threadTags.threadId, threadIds))
      .returning({ id: threadTags.id }),
    tags: await tx
      .delete(tags)
      .where(notInArray(tags.id, tx.select({ id: threadTags.tagId }).from(threadTags)))
      .returning({ id: tags.id }),
  };
}

/** What was asked, decided and promised about answers of the demo, and links that its people gave away. */
async function deleteAboutAnswers(tx: Db) {
  const { approvals, guestLinks, promises, moderations, partings, replies } = tx.tables;
  const { channelIds, personIds, threadIds } = demoParts(tx);
  const answers = tx
    .select({ id: replies.id })
    .from(replies)
    .where(or(inArray(replies.channelId, channelIds), inArray(replies.personId, personIds)));
  return {
    approvals: await tx
      .delete(approvals)
      .where(or(inArray(approvals.channelId, channelIds), inArray(approvals.replyId, answers)))
      .returning({ id: approvals.id }),
    guestLinks: await tx
      .delete(guestLinks)
      .where(or(inArray(guestLinks.channelId, channelIds), inArray(guestLinks.invitedBy, personIds)))
      .returning({ id: guestLinks.id }),
    promises: await tx
      .delete(promises)
      .where(
        or(
          inArray(promises.channelId, channelIds),
          inArray(promises.replyId, answers),
          inArray(promises.confirmedBy, personIds),
        ),
      )
      .returning({ id: promises.id }),
    moderations: await tx
      .delete(moderations)
      .where(or(inArray(moderations.channelId, channelIds), inArray(moderations.requestedBy, personIds)))
      .returning({ id: moderations.id }),
    partings: await tx
      .delete(partings)
      .where(or(inArray(partings.threadId, threadIds), inArray(partings.personId, personIds)))
      .returning({ id: partings.id }),
  };
}

/** Reviews on the demo's channels and those that its people wrote or got elsewhere. */
async function deleteReviews(tx: Db) {
  const { reviewSamples, reviews, examples, calibrations } = tx.tables;
  const { channelIds, personIds } = demoParts(tx);
  return {
    reviews: await tx
      .delete(reviews)
      .where(
        or(
          inArray(reviews.channelId, channelIds),
          inArray(reviews.reviewerId, personIds),
          inArray(reviews.authorId, personIds),
          inArray(reviews.decidedBy, personIds),
        ),
      )
      .returning({ id: reviews.id }),
    reviewSamples: await tx
      .delete(reviewSamples)
      .where(or(inArray(reviewSamples.channelId, channelIds), inArray(reviewSamples.authorId, personIds)))
      .returning({ id: reviewSamples.id }),
    examples: await tx
      .delete(examples)
      .where(
        or(
          inArray(examples.channelId, channelIds),
          inArray(examples.authorId, personIds),
          inArray(examples.proposedBy, personIds),
        ),
      )
      .returning({ id: examples.id }),
    calibrations: await tx
      .delete(calibrations)
      .where(or(inArray(calibrations.channelId, channelIds), inArray(calibrations.openedBy, personIds)))
      .returning({ id: calibrations.id }),
  };
}

/** Threads that are due by a promise which somebody fictional has confirmed or given. */
export async function threadsPromisedByDemo(db: Db): Promise<string[]> {
  const { promises, replies } = db.tables;
  const { personIds } = demoParts(db);
  const rows = await db
    .selectDistinct({ threadId: promises.threadId })
    .from(promises)
    .leftJoin(replies, eq(replies.id, promises.replyId))
    .where(or(inArray(promises.confirmedBy, personIds), inArray(replies.personId, personIds)));
  return rows.map((row) => row.threadId);
}

async function deleteDrafts(tx: Db) {
  const { drafts, draftVersions, presences } = tx.tables;
  const { channelIds, personIds, threadIds } = demoParts(tx);
  return {
    drafts: await tx
      .delete(drafts)
      .where(or(inArray(drafts.channelId, channelIds), inArray(drafts.personId, personIds)))
      .returning({ id: drafts.id }),
    draftVersions: await tx
      .delete(draftVersions)
      .where(or(inArray(draftVersions.threadId, threadIds), inArray(draftVersions.personId, personIds)))
      .returning({ id: draftVersions.id }),
    presences: await tx
      .delete(presences)
      .where(or(inArray(presences.channelId, channelIds), inArray(presences.personId, personIds)))
      .returning({ id: presences.id }),
  };
}

/** What the fictional team was told, and what others were told of the demo. */
async function deleteTold(tx: Db) {
  const { notifications, notificationItems, pushDevices } = tx.tables;
  const { channelIds, personIds } = demoParts(tx);
  const theirs = tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(inArray(notifications.personId, personIds));
  return {
    notificationItems: await tx
      .delete(notificationItems)
      .where(
        or(
          inArray(notificationItems.channelId, channelIds),
          inArray(notificationItems.byId, personIds),
          inArray(notificationItems.notificationId, theirs),
        ),
      )
      .returning({ id: notificationItems.id }),
    notifications: await tx
      .delete(notifications)
      .where(notInArray(notifications.id, tx.select({ id: notificationItems.notificationId }).from(notificationItems)))
      .returning({ id: notifications.id }),
    pushDevices: await tx
      .delete(pushDevices)
      .where(inArray(pushDevices.personId, personIds))
      .returning({ id: pushDevices.id }),
  };
}

/** Storms that reached nothing but the demo go with it. */
async function deleteRadar(tx: Db) {
  const { voices, incidents, incidentChannels, incidentThreads } = tx.tables;
  const { channelIds } = demoParts(tx);
  const left = tx.select({ number: incidentChannels.incident }).from(incidentChannels);
  return {
    voices: await tx.delete(voices).where(inArray(voices.channelId, channelIds)).returning({ id: voices.id }),
    incidentThreads: await tx
      .delete(incidentThreads)
      .where(inArray(incidentThreads.channelId, channelIds))
      .returning({ id: incidentThreads.id }),
    incidentChannels: await tx
      .delete(incidentChannels)
      .where(inArray(incidentChannels.channelId, channelIds))
      .returning({ id: incidentChannels.id }),
    incidents: await tx
      .delete(incidents)
      .where(notInArray(incidents.number, left))
      .returning({ number: incidents.number }),
  };
}

async function deleteByChannel(tx: Db) {
  const { clocks, jobs, comments, tombstones, threads, posts, authors } = tx.tables;
  const { channelIds } = demoParts(tx);
  return {
    clocks: await tx.delete(clocks).where(inArray(clocks.channelId, channelIds)).returning({ id: clocks.id }),
    jobs: await tx.delete(jobs).where(inArray(jobs.lane, channelIds)).returning({ id: jobs.id }),
    comments: await tx.delete(comments).where(inArray(comments.channelId, channelIds)).returning({ id: comments.id }),
    tombstones: await tx
      .delete(tombstones)
      .where(inArray(tombstones.channelId, channelIds))
      .returning({ id: tombstones.id }),
    threads: await tx.delete(threads).where(inArray(threads.channelId, channelIds)).returning({ id: threads.id }),
    posts: await tx.delete(posts).where(inArray(posts.channelId, channelIds)).returning({ id: posts.id }),
    authors: await tx.delete(authors).where(inArray(authors.channelId, channelIds)).returning({ id: authors.id }),
  };
}

async function deleteTeam(tx: Db) {
  const { memberships, sessions, invitations, threads, slaPolicies, people, channels } = tx.tables;
  const { channelIds, personIds } = demoParts(tx);
  // Real threads that were given to somebody fictional belong to nobody again.
  await tx
    .update(threads)
    .set({ assigneeId: null, claim: sql`${threads.claim} + 1` })
    .where(inArray(threads.assigneeId, personIds));
  await tx.update(threads).set({ resolvedBy: null }).where(inArray(threads.resolvedBy, personIds));
  await tx.update(threads).set({ snoozedBy: null, snoozedUntil: null }).where(inArray(threads.snoozedBy, personIds));
  return {
    memberships: await tx
      .delete(memberships)
      .where(or(inArray(memberships.personId, personIds), inArray(memberships.channelId, channelIds)))
      .returning({ id: memberships.id }),
    sessions: await tx.delete(sessions).where(inArray(sessions.personId, personIds)).returning({ id: sessions.id }),
    invitations: await tx
      .delete(invitations)
      .where(inArray(invitations.invitedBy, personIds))
      .returning({ id: invitations.id }),
    channelPolicies: await tx
      .delete(slaPolicies)
      .where(inArray(slaPolicies.channelId, channelIds))
      .returning({ id: slaPolicies.id }),
    people: await tx.delete(people).where(eq(people.demo, true)).returning({ id: people.id }),
    channels: await tx.delete(channels).where(eq(channels.demo, true)).returning({ id: channels.id }),
  };
}

/**
 * Texts for the demo's channels, and those that its people keep: all that they were the first and last to write, and of
 * those that came along what nobody real has changed. Without anybody real in the house: all.
 */
export async function deleteTexts(
  tx: Db,
  cameAlong: readonly string[],
  lived: boolean,
): Promise<Record<string, number>> {
  const { snippets, views } = tx.tables;
  const { channelIds, personIds } = demoParts(tx);
  const theirs = and(
    inArray(snippets.updatedBy, personIds),
    or(eq(snippets.version, 1), inArray(snippets.id, [...cameAlong])),
  );
  const gone = await tx
    .delete(snippets)
    .where(lived ? or(inArray(snippets.channelId, channelIds), theirs) : undefined)
    .returning({ id: snippets.id });
  const searches = await tx.delete(views).where(inArray(views.createdBy, personIds)).returning({ id: views.id });
  return { snippets: gone.length, views: searches.length };
}
