// In the morning each person who wants it gets a mail about what waits for them: once, and only when something does.

import { digestsDue } from '@stammgast/shared/domain/notify/digest-time';
import { listOfEvent, notifyEvents, wants } from '@stammgast/shared/domain/notify/events';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { type NewJob, postpone, schedule } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { MailError } from '../mail/smtp.ts';
import { type DigestPeriod, digestMail, type Section } from '../notifications/digest-text.ts';
import { activeTeam, type TeamMember } from '../notifications/subjects.queries.ts';
import { readSetting, registerOf, writeSetting } from '../storage/settings.ts';
import { membershipsOf, personById, type StoredPerson } from '../team/people.queries.ts';
import type { House } from './house.ts';
import { COUNT_LIMIT, countSearches } from './read-threads.ts';
import { sendMailOnce } from './send-mail.ts';

export const PLAN_DIGESTS = 'plan-digests';
export const SEND_DIGEST = 'send-digest';
/** One mail after the other: servers dislike many at once. */
const LANE = 'mail';

const plan = (runAt: Date): NewJob => ({
  ...{ kind: PLAN_DIGESTS, uniqueKey: PLAN_DIGESTS, lane: PLAN_DIGESTS, payload: {}, runAt },
});
const digest = (personId: string, period: DigestPeriod, day: number, runAt: Date): NewJob => {
  const key = `${period}:${day}:${personId}`;
  return { kind: SEND_DIGEST, uniqueKey: `digest:${key}`, lane: LANE, payload: { personId, period, key }, runAt };
};

/** Looks at once: whether this morning was written about stands in the settings, not in the plan. */
export async function planDigests(house: House): Promise<void> {
  await house.database.transaction((tx) => schedule(tx, plan(house.clock.now())));
}

/** Plans the mails of a morning; that they are planned is kept in the same transaction. */
export function startDigests({ database, clock }: House): Handler {
  return (job) =>
    database.transaction(async (tx) => {
      const now = clock.now();
      const zone = (await readSetting(tx, 'house'))?.timeZone ?? 'Europe/Berlin';
      const before = (await readSetting(tx, 'digests')) ?? { day: null, week: null };
      const due = digestsDue(now, zone, before);
      const readers = due.daily || due.weekly ? await activeTeam(tx) : [];
      for (const { id, period } of wanting(readers, due)) await schedule(tx, digest(id, period, due.day, now));
      if (readers.length > 0) await writeSetting(tx, 'digests', due.state);
      await postpone(tx, job, due.next, null);
    });
}

function wanting(team: readonly TeamMember[], due: Readonly<Record<DigestPeriod, boolean>>) {
  return team.flatMap(({ id, preferences: { notify } }) =>
    (['daily', 'weekly'] as const)
      .filter((period) => due[period] && notify?.digests?.[period] === true)
      .map((period) => ({ id, period })),
  );
}

export function sendDigest(house: House): Handler {
  return async (job) => {
    const person = await personById(house.database.reader, String(job.payload.personId));
    const period: DigestPeriod = job.payload.period === 'weekly' ? 'weekly' : 'daily';
    if (!person?.active || person.preferences.notify?.digests?.[period] !== true) return;
    const sections = await sectionsFor(house, person);
    if (sections.length === 0) return;
    const db = house.database.reader;
    const origin = (await readSetting(db, 'mail'))?.origin ?? '';
    const settings = await readSetting(db, 'house');
    const about = { period, house: settings?.name ?? '', name: person.name, origin, sections };
    const mail = digestMail(person.locale, registerOf(settings), about);
    await sendMailOnce(house, `digest:${String(job.payload.key)}`, { to: person.email, ...mail }).catch(giveUp);
  };
}

/** A house without a mail server writes to nobody, and need not try again. Everything else is tried again. */
function giveUp(error: unknown): void {
  const hopeless = error instanceof MailError && (error.code === 'mail.not_set_up' || error.code === 'mail.demo');
  if (!hopeless) throw error;
}

/** What waits for the person, by the same searches and the same rights as the lists that the links lead to. */
async function sectionsFor(house: House, person: StoredPerson): Promise<Section[]> {
  const own = await membershipsOf(house.database.reader, person.id);
  const channels = person.role === 'admin' ? 'all' : own.map(({ channelId }) => channelId);
  const actor: Actor = { personId: person.id, role: person.role, channels };
  const events = notifyEvents.filter((event) => wants(person.preferences.notify ?? {}, event, 'digest'));
  const counts = await countSearches(
    house,
    actor,
    events.map((event) => listOfEvent[event] ?? ''),
  );
  return events
    .map((event, i) => ({ event, count: counts[i] ?? 0, more: (counts[i] ?? 0) >= COUNT_LIMIT }))
    .filter(({ count }) => count > 0);
}
