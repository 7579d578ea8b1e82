import { auditTopics, topicOf, trackedKinds } from '@stammgast/shared/contract/audit';
import { zoneStretchAt } from '@stammgast/shared/domain/zone-offsets';

/** What is looked for, as it stands in the address. Days are local dates, both of them included. */
export interface AuditSearch {
  readonly person?: string;
  readonly channel?: string;
  readonly thread?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly until?: string;
  readonly account?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => day.test(text) && !Number.isNaN(Date.parse(text));
const isKind = (text: string) => trackedKinds.some((kind) => kind === text) || auditTopics.some((one) => one === text);

/** Reads an address; what makes no sense is left out. */
export function readAuditSearch(given: Record<string, unknown>): AuditSearch {
  const text = (name: string, fits: (value: string) => boolean = () => true) => {
    const value = given[name];
    return typeof value === 'string' && value !== '' && value.length <= 500 && fits(value) ? { [name]: value } : {};
  };
  return {
    ...text('person'),
    ...text('channel'),
    ...text('thread'),
    ...text('kind', isKind),
    ...text('from', isDay),
    ...text('until', isDay),
    ...text('account'),
  };
}

/** What the server is asked. Days begin where the house is. */
export function queryOf({ person, channel, thread, from, until, ...rest }: AuditSearch, timeZone: string) {
  return {
    ...rest,
    personId: person,
    channelId: channel,
    threadId: thread,
    from: from && beginOf(from, timeZone),
    until: until && beginOf(dayAfter(until), timeZone),
  };
}

function beginOf(date: string, timeZone: string): string {
  const utc = Date.parse(date);
  const near = utc - zoneStretchAt(timeZone, utc).offset;
  return new Date(utc - zoneStretchAt(timeZone, near).offset).toISOString();
}

const dayAfter = (text: string) => new Date(Date.parse(text) + 86_400_000).toISOString().slice(0, 10);

/** Kinds by what they are about, in the order of the list. */
export const kindsByTopic = auditTopics.map((topic) => ({
  topic,
  kinds: trackedKinds.filter((kind) => topicOf(kind) === topic),
}));
