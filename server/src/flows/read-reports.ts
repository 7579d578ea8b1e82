// What leads and supervisors read of a period, and take with them as a file.
import { Readable } from 'node:stream';
import type { Report, ReportExport, ReportQuestion } from '@stammgast/shared/contract/reports';
import type { Locale } from '@stammgast/shared/contract/team';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { instantsOf } from '@stammgast/shared/domain/reports/period';
import { record } from '../events/record.ts';
import { reportChannels } from '../reports/channels.queries.ts';
import { csvFile, jsonFile } from '../reports/file.ts';
import { zoneOf } from '../reports/report.ts';
import { tableColumns, tableLines } from '../reports/table-lines.ts';
import { threadColumns, threadLines } from '../reports/thread-lines.ts';
import { reportWords } from '../reports/words.ts';
import type { House } from './house.ts';

export const readReport = (house: House, actor: Actor, question: ReportQuestion): Promise<Report> =>
  house.aside.run('report.read', { actor, question, now: house.clock.now() });

export interface File {
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
}

/** Who took what is recorded before its first byte leaves. */
export async function exportReport(
  house: House,
  actor: Actor,
  { part, format, language, ...question }: ReportExport,
): Promise<File> {
  const lines =
    part === 'table'
      ? await tableFile(house, actor, question, { format, language })
      : await threadFile(house, actor, question, { format, language });
  const now = house.clock.now();
  await house.database.transaction((tx) =>
    record(tx, now, [
      {
        ...{ kind: 'report.exported', channelId: question.channel ?? null, personId: actor.personId },
        payload: { part, format, ...question },
      },
    ]),
  );
  return {
    name: `${reportWords(language).fileName[part]}-${question.from}-${question.to}.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    content: Readable.from(lines, { objectMode: false }),
  };
}

type Form = Pick<ReportExport, 'format' | 'language'>;

async function tableFile(house: House, actor: Actor, question: ReportQuestion, { format, language }: Form) {
  const report = await readReport(house, actor, question);
  if (format === 'csv') return csvOf(report, language);
  const { groups, ...rest } = report;
  return jsonFile({ form: 'stammgast-report-1', ...rest }, 'groups', groups);
}

/** The table of a report as a spreadsheet of that language reads it. */
export function csvOf(report: Report, language: Locale): AsyncGenerator<string> {
  const { table, notYet } = reportWords(language);
  const lines = tableLines(report, { nameOf: namesIn(report, language), notYet });
  return csvFile(tableColumns, table, lines, language);
}

function namesIn({ by, channels }: Report, language: Locale): (key: string | null | undefined) => string {
  const words = reportWords(language);
  const names = new Map([
    ...channels.map(({ id, name, platform }) => [id, `${name} (${platform})`] as const),
    ...channels.flatMap(({ team }) => (team ? [[team.id, team.name] as const] : [])),
  ]);
  return (key) => {
    if (key === undefined) return words.all;
    return key === null ? words.none[by] : (names.get(key) ?? words.keys[key] ?? key);
  };
}

async function threadFile(house: House, actor: Actor, question: ReportQuestion, { format, language }: Form) {
  const db = house.database.reader;
  const now = house.clock.now();
  const timeZone = await zoneOf(db);
  const instants = instantsOf(question, timeZone);
  const channels = await reportChannels(db, actor, question, instants.start);
  const known = new Map(channels.map((channel) => [channel.id, channel]));
  const lines = threadLines(
    db,
    { question, channelIds: [...known.keys()], now, ...instants },
    { timeZone, channels: known },
  );
  if (format === 'csv') return csvFile(threadColumns, reportWords(language).threads, lines, language);
  return jsonFile({ form: 'stammgast-threads-1', ...question, at: now.toISOString(), timeZone }, 'threads', lines);
}
