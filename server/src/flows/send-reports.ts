// Scheduled reports go out: each period once to each recipient, over restarts and with several nodes.
import type { ProblemCode } from '@stammgast/shared/contract/problem';
import type { ReportQuestion } from '@stammgast/shared/contract/reports';
import type { Locale } from '@stammgast/shared/contract/team';
import { mayEver } from '@stammgast/shared/domain/permissions';
import { nextSending, periodSent } from '@stammgast/shared/domain/reports/schedule';
import { reasonOf } from '../config/log.ts';
import { record } from '../events/record.ts';
import { type Job, postpone } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { MailError } from '../mail/smtp.ts';
import { isEmpty, mailText } from '../reports/mail-text.ts';
import { zoneOf } from '../reports/report.ts';
import { restMail } from '../reports/rest-mail.ts';
import { isChannelGone, RESTS, restsNow } from '../reports/resting.ts';
import {
  channelPlaces,
  type Reader,
  readersAmong,
  type StoredSchedule,
  scheduleById,
  updateSchedule,
} from '../reports/schedules.queries.ts';
import { reportWords } from '../reports/words.ts';
import { readSetting, registerOf } from '../storage/settings.ts';
import type { House } from './house.ts';
import { csvOf, readReport } from './read-reports.ts';
import { mayRead } from './schedule-reports.ts';
import { type SentOnce, sendMailOnce } from './send-mail.ts';

const TRY_AGAIN_MS = 10 * 60_000;
/** A report of last week is of use for a day. */
const GIVE_UP_MS = 24 * 3_600_000;

export function sendReports(house: House): Handler {
  return async (job, keep) => {
    const schedule = await scheduleById(house.database.reader, String(job.payload.scheduleId));
    if (!schedule) return;
    if (house.clock.now() < schedule.nextAt) return planNext(house, job, schedule.nextAt);
    const rests = await restsNow(house.database.reader, schedule);
    const outcome = rests ? await tellAuthor(house, schedule) : await sendAll(house, schedule, keep);
    await conclude(house, job, schedule, outcome);
  };
}

interface Outcome {
  /** Ids of those whom it has reached now. */
  readonly sent: string[];
  /** Worth another try. */
  failure: ProblemCode | null;
  /** Not worth one: a mailbox does not want it, or there is nothing that it could be about. */
  problem: ProblemCode | null;
}

/** One who cannot be reached keeps nobody else from their report. */
async function sendAll(house: House, schedule: StoredSchedule, keep: () => Promise<void>): Promise<Outcome> {
  const outcome: Outcome = { sent: [], failure: null, problem: null };
  for (const recipient of await recipientsOf(house, schedule)) {
    await keep();
    try {
      const how = await sendTo(house, schedule, recipient, keep);
      if (how === 'sent' || how === 'unconfirmed') outcome.sent.push(recipient.id);
      if (how === 'refused') outcome.problem = 'mail.refused';
    } catch (error) {
      outcome.failure = failureOf(house, schedule, error);
    }
  }
  return outcome;
}

function failureOf(house: House, { id }: StoredSchedule, error: unknown): ProblemCode {
  house.log.warn({ scheduleId: id, error: reasonOf(error) }, 'a report could not be sent');
  return error instanceof MailError ? error.code : 'server.failed';
}

/** Whoever has planned it hears once that it rests, and not each week until it goes on. */
async function tellAuthor(house: House, schedule: StoredSchedule): Promise<Outcome> {
  const outcome: Outcome = { sent: [], failure: null, problem: RESTS };
  const { reader } = house.database;
  const author = (await readersAmong(reader)).find(({ id }) => id === schedule.createdBy);
  // The mail leads to a page that only those find who may schedule reports.
  if (!author || !mayEver(author.actor.role, 'report.schedule') || schedule.lastProblem === RESTS) return outcome;
  const mail = await readSetting(reader, 'mail');
  const settings = await readSetting(reader, 'house');
  const isOver = isChannelGone(schedule.scope, await channelPlaces(reader));
  const about = { name: schedule.name, house: settings?.name ?? '', origin: mail?.origin ?? '', isOver };
  try {
    const key = `report-rests:${schedule.id}:${schedule.nextAt.toISOString()}`;
    await sendMailOnce(house, key, { to: author.email, ...restMail(author.locale, registerOf(settings), about) });
  } catch (error) {
    outcome.failure = failureOf(house, schedule, error);
  }
  return outcome;
}

type Recipient = Reader & { readonly language: Locale };

/** Rights are those of this moment: whoever may not see it any more is left out. */
async function recipientsOf(house: House, { recipients, scope }: StoredSchedule): Promise<Recipient[]> {
  const db = house.database.reader;
  const readers = new Map((await readersAmong(db)).map((reader) => [reader.id, reader]));
  const places = await channelPlaces(db);
  return recipients.flatMap(({ personId, language }) => {
    const reader = readers.get(personId);
    return reader && mayRead(reader, scope, places) ? [{ ...reader, language }] : [];
  });
}

async function sendTo(
  house: House,
  schedule: StoredSchedule,
  { actor, email, language }: Recipient,
  keep: () => Promise<void>,
): Promise<SentOnce | null> {
  const { reader } = house.database;
  const period = periodSent(schedule.cadence, schedule.nextAt, await zoneOf(reader));
  const question: ReportQuestion = { ...schedule.scope, ...period };
  const report = await readReport(house, actor, question);
  if (isEmpty(report) && !schedule.evenEmpty) return null;
  const mail = await readSetting(reader, 'mail');
  const query = new URLSearchParams(question as Record<string, string>);
  // The engines keep the parts of a scope in different orders.
  query.sort();
  const link = `${mail?.origin ?? ''}/reports?${query}`;
  const about = { name: schedule.name, house: (await readSetting(reader, 'house'))?.name ?? '', link };
  const content = (await Array.fromAsync(csvOf(report, language))).join('');
  const filename = `${reportWords(language).fileName.table}-${period.from}-${period.to}.csv`;
  const key = `report:${schedule.id}:${period.from}:${period.to}:${actor.personId}`;
  // A long report may have taken most of the lease: the mail needs it whole.
  await keep();
  return sendMailOnce(house, key, {
    to: email,
    ...mailText(report, about, language),
    attachments: [{ filename, content, contentType: 'text/csv; charset=utf-8' }],
  });
}

/** What was sent, and when the next is due, in one transaction; after a failure again soon, and for a day. */
async function conclude(
  house: House,
  job: Job,
  schedule: StoredSchedule,
  { sent, failure, problem }: Outcome,
): Promise<void> {
  const now = house.clock.now();
  const tryAgain = failure !== null && now.getTime() - schedule.nextAt.getTime() < GIVE_UP_MS;
  await house.database.transaction(async (tx) => {
    const nextAt = tryAgain ? schedule.nextAt : nextSending(schedule.cadence, now, await zoneOf(tx));
    const lastSentAt = sent.length > 0 ? now : schedule.lastSentAt;
    await postpone(tx, job, tryAgain ? new Date(now.getTime() + TRY_AGAIN_MS) : nextAt, failure);
    await updateSchedule(tx, schedule.id, {
      nextAt,
      lastSentAt,
      lastProblem: failure ?? problem,
    });
    if (sent.length === 0) return;
    const period = periodSent(schedule.cadence, schedule.nextAt, await zoneOf(tx));
    const { channel = null } = schedule.scope;
    await record(tx, now, [
      { kind: 'report.sent', channelId: channel, payload: { scheduleId: schedule.id, ...period, recipients: sent } },
    ]);
  });
}

const planNext = (house: House, job: Job, nextAt: Date): Promise<void> =>
  house.database.transaction((tx) => postpone(tx, job, nextAt, null));
