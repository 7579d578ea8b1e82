// What people wrote outside comes in here, by poll or push: think first, then admit everything in one transaction.
import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { IncomingChange } from '../connectors/connector.ts';
import { textsByExternalId } from '../intake/intake.queries.ts';
import { externalIdOf } from '../intake/plan.ts';
import type { Database } from '../storage/database.ts';
import { admitComments } from './admit-comments.ts';
import type { House } from './house.ts';
import type { Assess, Received, ReceiveOptions, ReceivingChannel } from './receiving.ts';

/** Durable when it resolves. Repeats, reordering, edits and removals in any order lead to the same end. */
export async function receiveComments(
  house: House,
  channel: ReceivingChannel,
  changes: readonly IncomingChange[],
  options: ReceiveOptions,
): Promise<readonly Received[]> {
  if (changes.length === 0 && options.cursor === undefined) return [];
  const assess = await assessAll(house, channel, changes);
  return house.database.transaction((tx) => admitComments(house, tx, channel, changes, assess, options));
}

/** Classifies what is new before the transaction opens. Known texts are skipped: most polls bring nothing else. */
async function assessAll(house: House, channel: ReceivingChannel, changes: readonly IncomingChange[]): Promise<Assess> {
  const comments = changes.flatMap((change) => (change.kind === 'comment' ? [change.comment] : []));
  const known = await knownTexts(house.database, channel.id, changes.map(externalIdOf));
  const made = new Map<string, Assessment>();
  const assess: Assess = (comment) => {
    const found = made.get(comment.body);
    if (found) return found;
    const assessment = house.classify({ body: comment.body, fallbackLanguage: channel.language });
    made.set(comment.body, assessment);
    return assessment;
  };
  for (const comment of comments) if (known.get(comment.externalId) !== comment.body) assess(comment);
  return assess;
}

async function knownTexts(database: Database, channelId: string, externalIds: string[]): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map();
  const rows = await textsByExternalId(database.reader, channelId, externalIds);
  return new Map(rows.map((row) => [row.externalId, row.body]));
}
